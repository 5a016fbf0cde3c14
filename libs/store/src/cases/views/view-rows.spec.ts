import { describe, expect, it } from '@jest/globals';
import { deepMerge, minimalBody } from '#domain/next/minimal-body.js';
import { transitionsOf } from '#domain/case/transitions.js';
import { advanceUntil } from '#support/advance-until.js';
import { openSimulatedCase } from '#support/simulated-case.js';
import { smallProcess } from '#support/small-process.js';
import { smallCase } from '#support/small-rules.js';
import { newestProcess } from '#processes/versions.js';
import type { CommandBody } from '#domain/model/command.js';
import type { ObjectSchema } from '#domain/next/proposed-step.js';
import type { SimulatedCase } from '#support/simulated-case.js';
import { changedDeadlineRows, changedHandoverRows, endedDeadlines, ownershipRows, viewRow } from './view-rows.js';

const OWNER = 'saksbehandler.helse';

function owned(): SimulatedCase {
  const simulated = openSimulatedCase('2027-01-11T08:00:00.000Z', { unit: 'helse' });
  simulated.submit('mottak', { type: 'assignOwner', owner: OWNER });
  return simulated;
}

function sendTo(simulated: SimulatedCase, ...units: readonly string[]): void {
  const receivers = units.map((unit) => ({ unit, person: `leder.${unit}` }));
  const { owner } = simulated.state();
  simulated.submit(owner, { type: 'draftHandover', purpose: 'TRANSFER', receivers, package: 'text:p' });
  simulated.submit(owner, { type: 'sendHandover' });
}

const rowsOf = (simulated: SimulatedCase) => changedHandoverRows(newestProcess, null, simulated.state());

describe('when a case is due next', () => {
  it('is when its earliest debt is: not one that is met, and no hold or right', () => {
    const small = smallCase({
      early: { count: 5 },
      late: { count: 20, ends: ['withdrew'] },
      right: { nature: 'RIGHT', count: 2 },
    });
    const nextDueAt = () => viewRow(smallProcess, small.state()).nextDueAt;
    expect(nextDueAt()).toBeNull();
    small.register('begun');
    const [early, late] = [small.deadlinesOf('early')[0]?.dueAt, small.deadlinesOf('late')[0]?.dueAt];
    expect(nextDueAt()).toBe(early);
    small.register('done');
    expect(nextDueAt()).toBe(late);
  });
});

describe('the history of who has had a case', () => {
  it('has a row when the unit alone changes, and each row ends where the next begins', () => {
    const simulated = owned();
    const steps = transitionsOf(null, simulated.events);
    const [first] = steps.slice(-1);
    if (!first) throw new Error('no events');
    const moved = { ...first, before: first.after, after: { ...first.after, unit: 'kultur' } };
    const rows = ownershipRows([...steps, moved]);
    expect(rows.map(({ owner, unit }) => `${owner} ${unit}`)).toEqual([
      'mottak helse',
      `${OWNER} helse`,
      `${OWNER} kultur`,
    ]);
    expect(rows.map(({ toAt }) => toAt)).toEqual([rows[1]?.fromAt, rows[2]?.fromAt, null]);
  });
});

describe('a handover in lists', () => {
  it('is open until all have accepted or it has ended, also when its receipt is acknowledged', () => {
    const simulated = owned();
    const isOpen = () => rowsOf(simulated).at(-1)?.open;
    sendTo(simulated, 'kultur');
    expect(isOpen()).toBe(true);
    simulated.submit('leder.kultur', { type: 'acknowledgeHandover' });
    expect([rowsOf(simulated).at(-1)?.state, isOpen()]).toEqual(['ACKNOWLEDGED', true]);
    simulated.submit('leder.kultur', { type: 'acceptHandover' });
    expect(isOpen()).toBe(false);
  });

  it('is found by the unit of every receiver, and has each once', () => {
    const [handover] = handoversTo('kultur', 'nav', 'nav');
    expect(rowWith(handover).toUnits).toEqual(['kultur', 'nav']);
  });

  it('is written again when it begins to keep the case stuck', () => {
    const simulated = owned();
    sendTo(simulated, 'kultur');
    const before = simulated.state();
    simulated.submit(OWNER, { type: 'changeContact', contact: 'saksbehandler2.helse', note: 'text:n' });
    expect(changedHandoverRows(newestProcess, before, simulated.state())).toEqual([]);
    const stopped = { ...before, state: 'SUSPENDED' as const };
    expect(changedHandoverRows(newestProcess, stopped, before).map(({ stuckAt }) => typeof stuckAt)).toEqual([
      'string',
    ]);
  });
});

function handoversTo(...units: readonly string[]) {
  const simulated = owned();
  sendTo(simulated, 'kultur');
  return simulated.state().handovers.map((it) => ({
    ...it,
    receivers: units.map((unit) => ({ unit, person: `leder.${unit}`, state: 'WAITING' as const })),
  }));
}

function rowWith(handover: ReturnType<typeof handoversTo>[number] | undefined) {
  const [row] = changedHandoverRows(newestProcess, null, { ...owned().state(), handovers: handover ? [handover] : [] });
  if (!row) throw new Error('no row');
  return row;
}

describe('a debt in lists', () => {
  it('is not written again when nothing about it has changed', () => {
    const simulated = owned();
    sendTo(simulated, 'kultur');
    const state = simulated.state();
    expect(changedDeadlineRows(newestProcess, null, state).length).toBeGreaterThan(3);
    expect(changedDeadlineRows(newestProcess, state, { ...state })).toEqual([]);
  });

  it('is found by the person who owes it, else by the role in the unit, and by both while the person has it for a time', () => {
    const simulated = owned();
    const state = simulated.state();
    const [debt] = state.deadlines.filter(({ owedBy }) => owedBy.role === 'owner');
    if (!debt) throw new Error('the owner owes nothing');
    const role = (name: string) => ({ party: 'MUNICIPALITY', role: name }) as const;
    const rowOf = (owedBy: typeof debt.owedBy, parties: typeof state.parties = []) => {
      const [row] = changedDeadlineRows(newestProcess, null, { ...state, parties, deadlines: [{ ...debt, owedBy }] });
      return [row?.owedByUser, row?.owedByDuty, row?.owedByUntil];
    };
    const lead = { party: 'mentor.helse', role: 'evaluator', from: '2027-01-01', to: '2027-12-31' };
    expect(rowOf(role('owner'))).toEqual([OWNER, null, null]);
    expect(rowOf(role('leder'))).toEqual([null, 'leder@helse', null]);
    expect(rowOf(role('evaluator'), [lead])).toEqual(['mentor.helse', 'evaluator@helse', '2027-12-31']);
    expect(rowOf({ party: 'ENTREPRENEUR', role: 'entrepreneur' })).toEqual(['entreprenor.01', null, null]);
  });

  it('is written again when another owes it, though it is the same debt', () => {
    const simulated = owned();
    const before = simulated.state();
    simulated.submit(OWNER, { type: 'assignOwner', owner: 'saksbehandler2.helse' });
    const rows = changedDeadlineRows(newestProcess, before, simulated.state());
    const same = rows.filter(({ body }) => before.deadlines.includes(body));
    expect(same.map(({ owedByUser }) => owedByUser)).toContain('saksbehandler2.helse');
  });

  it('is taken away when it is met or cancelled, and stays while it is late; a right when its day is over', () => {
    const small = smallCase({ debt: {}, right: { nature: 'RIGHT' } });
    small.register('begun');
    const before = small.state();
    const idOf = (of: string) => before.deadlines.find(({ kind }) => kind === of)?.id;
    expect(changedDeadlineRows(newestProcess, null, before).map(({ id }) => id)).toEqual(
      expect.arrayContaining([idOf('debt'), idOf('right')]),
    );
    small.wait(20);
    expect(small.deadlinesOf('debt')[0]?.state).toBe('BREACHED');
    expect(endedDeadlines(before, small.state())).toEqual([idOf('right')]);
    small.register('done');
    expect(endedDeadlines(before, small.state())).toEqual([idOf('debt'), idOf('right')]);
  });

  it('is written again when what would meet it is another act', () => {
    const simulated = owned();
    advanceUntil(simulated, ({ decision }) => decision !== null);
    const before = simulated.state();
    const [step] = simulated.next();
    simulated.submit(OWNER, deepMerge({ ...step?.body }, minimalBody(step?.input as ObjectSchema)) as CommandBody);
    const rows = changedDeadlineRows(newestProcess, before, simulated.state());
    const same = rows.filter(({ body }) => before.deadlines.includes(body));
    expect(same.map(({ kind, act }) => `${kind}: ${act?.command}`)).toContain('handover.send: sendHandover');
  });

  it('is not the time of a phase, which is a measure: what carries the case is the task', () => {
    const state = owned().state();
    const kinds = changedDeadlineRows(newestProcess, null, state).map(({ kind }) => kind);
    expect(state.deadlines.map(({ kind }) => kind)).toContain('firstContact.sla');
    expect(kinds).not.toContain('firstContact.sla');
    expect(kinds).toContain('gate.prepare');
  });
});
