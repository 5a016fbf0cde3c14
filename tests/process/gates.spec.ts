import { describe, expect, it } from '@jest/globals';
import { RULES } from '#domain/model/context.js';
import { decide } from '#domain/case/decide.js';
import { coreOf } from '#domain/process/core-of.js';
import { newestProcess } from '#processes/versions.js';
import { carryTo } from '#support/carry-to.js';
import { demoCommandPeople, openOffice } from '#support/office.js';
import type { CommandBody } from '#domain/model/command.js';
import type { Office } from '#support/office.js';

const start = '2027-01-11T08:00:00.000Z';

function at(there: Parameters<typeof carryTo>[1]): Office {
  const office = openOffice(start, { unit: 'helse' });
  carryTo(office, there);
  return office;
}

describe('a gate', () => {
  it('is decided by its decider only, and names the first thing that keeps it closed', () => {
    const office = openOffice(start, { unit: 'helse' });
    const proceed: CommandBody = { type: 'decideGate', decision: 'PROCEED', reason: 'text:r' };
    expect(office.tryGive('saksbehandler.helse', proceed)?.code).toBe('forbidden');
    expect(office.tryGive('kommunalsjef.velferd', proceed)?.code).toBe('forbidden');
    expect(office.tryGive('leder.helse', proceed)).toMatchObject({
      code: 'gate-blocked',
      unblock: { command: 'assignOwner', item: 'caseHandler' },
    });
    expect(office.tryGive('leder.helse', { ...proceed, toPhase: 'OPERATION' })?.code).toBe('out-of-range');
  });

  it('refused leaves the case where it is, to be decided again', () => {
    const office = at((state) => state.marks.some((mark) => mark.key === 'phase:MENTORING'));
    office.give('leder.helse', { type: 'decideGate', decision: 'REFUSE', reason: 'text:r' });
    expect(office.state()).toMatchObject({ phase: 'MENTORING', gate: 'G2', decision: null });
  });

  it('lets a legal item never be waived, and a mandatory one by the decider alone, never for an own case', () => {
    const office = openOffice(start, { unit: 'helse' });
    const waive = (user: string, item: string) =>
      office.tryGive(user, { type: 'waiveItem', item, reason: 'text:r' })?.code;
    expect(waive('leder.helse', 'impartialityChecked')).toBe('legal-item');
    office.give('mottak', { type: 'assignOwner', owner: 'leder.helse' });
    expect(waive('leder.helse', 'answerSent')).toBe('forbidden');
    office.give('leder.helse', { type: 'assignOwner', owner: 'saksbehandler.helse' });
    expect(waive('saksbehandler.helse', 'answerSent')).toBe('forbidden');
    expect(waive('leder.helse', 'answerSent')).toBeUndefined();
    expect(waive('saksbehandler.helse', 'profileComplete')).toBeUndefined();
  });

  it('that was skipped by its decider says what was departed from', () => {
    const office = openOffice(start, { unit: 'helse' });
    office.give('leder.helse', { type: 'decideGate', decision: 'PROCEED', toPhase: 'PROCUREMENT', reason: 'text:r' });
    expect(office.typed('gateDecided')[0]?.data.departed).toContain('nextStepChosen');
  });
});

describe('a handover to several', () => {
  const sent = (): Office =>
    at((state) => (state.handovers.at(-1)?.receivers.length ?? 0) > 1 && state.handovers.at(-1)?.state === 'SENT');
  const people = (office: Office): string[] =>
    office
      .state()
      .handovers.at(-1)
      ?.receivers.map((it) => it.person) ?? [];

  it('is complete only when all have accepted; until then the sender is accountable', () => {
    const office = sent();
    const { owner, phase } = office.state();
    const [first = '', ...others] = people(office);
    office.give(first, { type: 'acceptHandover' });
    expect(office.state()).toMatchObject({ owner, phase });
    for (const other of others) office.give(other, { type: 'acceptHandover' });
    expect(office.state().handovers.at(-1)?.state).toBe('ACCEPTED');
    expect(office.state().owner).toBe(first);
  });

  it('returned by one ends the round for all, and remembers who had accepted', () => {
    const office = sent();
    const { owner } = office.state();
    const [first = '', second = ''] = people(office);
    office.give(first, { type: 'acceptHandover' });
    office.give(second, { type: 'returnHandover', gaps: 'text:g' });
    expect(office.state()).toMatchObject({
      owner,
      handovers: expect.arrayContaining([expect.objectContaining({ state: 'RETURNED' })]),
    });
    expect(office.tryGive(first, { type: 'acceptHandover' })?.code).toBe('no-open-handover');
    carryTo(office, (state) => state.handovers.at(-1)?.state === 'SENT');
    expect(
      office
        .state()
        .handovers.at(-1)
        ?.receivers.find((it) => it.person === first),
    ).toMatchObject({ state: 'WAITING', hadAccepted: true });
  });
});

describe('a hold', () => {
  it('bars the signing until the standstill is over, and says when that is', () => {
    const office = at((state) => state.phase === 'PROCUREMENT');
    const register = (fact: string, data = {}) =>
      office.tryGive(office.state().owner, { type: 'registerFact', fact, data });
    expect(register('routeChosen', { route: 'PART_III_EEA' })).toBeNull();
    for (const fact of ['noticePublished', 'tendersEvaluated']) {
      const held = register(fact);
      if (held?.code === 'held') office.until(String(held.more?.until));
      if (held) expect(register(fact)).toBeNull();
    }
    expect(register('awardNotified', { standstillDays: 10 })).toBeNull();
    const refused = register('agreementSigned');
    expect(refused?.code).toBe('held');
    office.until(String(refused?.more?.until));
    expect(register('agreementSigned')).toBeNull();
  });
});

describe('the clock goes first', () => {
  it('what was due before a command comes before it in history, stamped with when it was due', () => {
    const office = openOffice(start, { unit: 'helse' });
    const body: CommandBody = { type: 'assignOwner', owner: 'saksbehandler.helse' };
    const by = { user: 'leder.helse', grants: demoCommandPeople['leder.helse']?.grants ?? [] };
    const command = { id: 'c', hash: 'h', by, people: demoCommandPeople, body };
    const ctx = { core: coreOf(newestProcess), speed: 1, rules: RULES };
    const outcome = decide(ctx, office.state(), command, '2027-01-18T09:00:00.000Z');
    if (!outcome.ok) throw new Error(outcome.refusal.detail);
    const types = outcome.events.map((event) => event.type);
    expect(types.indexOf('deadlineBreached')).toBeGreaterThanOrEqual(0);
    expect(types.indexOf('deadlineBreached')).toBeLessThan(types.indexOf('ownerAssigned'));
    expect(outcome.events.find((event) => event.type === 'deadlineBreached')?.at).toBe('2027-01-13T23:00:00.000Z');
  });
});
