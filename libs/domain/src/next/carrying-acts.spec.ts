import { describe, expect, it } from '@jest/globals';
import { newestProcess } from '#processes/versions.js';
import { openSimulatedCase } from '#support/simulated-case.js';
import type { Case, Fact, Handover } from '../model/case.js';
import { carryingActs, decisionActs } from './carrying-acts.js';

const base = openSimulatedCase('2027-01-11T08:00:00.000Z', { unit: 'helse' }).state();
const decisionsAfter = (step?: string, more: Partial<Case> = {}) => {
  const chosen = { fact: 'nextStepChosen', data: { step }, seq: 9, at: base.openedAt, on: '2027-01-11', by: null };
  const facts: Fact[] = step === undefined ? [] : [{ ...chosen, revisionSeqs: [9] }];
  return decisionActs(newestProcess, { ...base, facts, ...more });
};
const commandsOf = (state: Partial<Case>) => carryingActs(newestProcess, { ...base, ...state }).map((it) => it.command);
const handover = (more: Partial<Handover>): Handover => ({
  id: 'h1',
  purpose: 'TRANSFER',
  from: { unit: 'helse', person: base.owner },
  receivers: [],
  state: 'DRAFT',
  draftedAt: base.openedAt,
  escalated: false,
  package: 'text:p',
  ...more,
});

describe('what is decided at the first gate', () => {
  it('is what the entrepreneur and the municipality chose: elsewhere, not at all, or the phase that comes first', () => {
    expect(decisionsAfter('REFER').map(({ command }) => command)).toEqual(['refer']);
    expect(decisionsAfter('REJECT')).toMatchObject([{ command: 'reject', body: { individualDecision: false } }]);
    for (const phase of ['MENTORING', 'PILOT', 'PROCUREMENT'])
      expect(decisionsAfter(phase)[0]).toMatchObject({ command: 'decideGate', body: { toPhase: phase } });
    expect(decisionsAfter('REFER', { gate: 'G2', phase: 'MENTORING' })[0]?.command).toBe('decideGate');
  });
});

describe('what carries a case on', () => {
  it('is to go on when it rests, and nothing when it is closed', () => {
    expect(commandsOf({ state: 'SUSPENDED' })).toEqual(['resume']);
    expect(commandsOf({ state: 'STOPPED', closedAt: base.openedAt })).toEqual([]);
  });

  it('is the answer of each receiver who has not accepted, else the choice of the manager when nobody answered', () => {
    const receivers = (['ACCEPTED', 'ACKNOWLEDGED', 'WAITING'] as const).map((state) => ({
      unit: 'kultur',
      person: `p.${state}`,
      state,
    }));
    const acts = carryingActs(newestProcess, { ...base, handovers: [handover({ state: 'SENT', receivers })] });
    expect(acts.map(({ command, persons }) => `${persons?.join()}: ${command}`)).toEqual([
      'p.WAITING: acknowledgeHandover',
      'p.ACKNOWLEDGED: acceptHandover',
    ]);
    expect(commandsOf({ handovers: [handover({})] })).toEqual(['sendHandover']);
    const lapsed = (purpose: Handover['purpose']) =>
      carryingActs(newestProcess, { ...base, handovers: [handover({ state: 'LAPSED', purpose })] }).map(
        ({ body }) => body['choice'],
      );
    expect(lapsed('TRANSFER')).not.toContain('REASSIGN');
    expect(lapsed('PHASE')).toEqual(expect.arrayContaining(['EXTEND', 'REASSIGN', 'TAKE_BACK', 'STOP']));
  });

  it('is to ask again or to end the case when the gate was refused', () => {
    expect(commandsOf({ gateStands: 'REFUSED' })).toEqual(['askDecision', 'reject']);
    expect(commandsOf({ gateStands: 'REFUSED', phase: 'OPERATION', gate: 'G6' })).toEqual(['askDecision']);
  });
});
