import { describe, expect, it } from '@jest/globals';
import { rungAt, smallCase } from '#support/small-rules.js';
import { openSimulatedCase } from '#support/simulated-case.js';

const ladders = { all: [rungAt(-8), rungAt(-6), rungAt(-1), rungAt(0), rungAt(2, 'escalate')] };

describe('what falls due', () => {
  it('before it was known is recorded, and of it only the latest is sent', () => {
    const small = smallCase({ debt: { ladder: 'all' } }, { ladders });
    small.register('begun', '2027-01-25');
    expect(small.eventsOf('reminderDue').map(({ data }) => [data.rung, data.send])).toEqual([
      ['remind -8', false],
      ['remind -6', true],
    ]);
    small.wait(12);
    expect(small.eventsOf('reminderDue').every(({ data: { rung, send } }) => send || rung === 'remind -8')).toBe(true);
  });

  it('twice at one instant, moved there off a weekend, is sent once', () => {
    const weekend = [rungAt(-5), rungAt(-4), rungAt(-1)];
    const small = smallCase({ debt: { ladder: 'all' } }, { ladders: { all: weekend } });
    small.register('begun');
    small.advanceTo('2027-03-01T09:00:00.000Z');
    const reminders = small.eventsOf('reminderDue').map(({ at, data: { rung, send } }) => [at, rung, send] as const);
    const instants = reminders.filter(([, , send]) => send).map(([at]) => at);
    expect(new Set(reminders.map(([at]) => at)).size).toBeLessThan(reminders.length);
    expect(new Set(instants).size).toBe(instants.length);
    expect(reminders.at(-1)?.[2]).toBe(true);
  });

  it('keeps to whom it was sent, as the event says, and not the place in the ladder that was resolved', () => {
    const simulated = openSimulatedCase('2027-01-11T09:00:00.000Z');
    simulated.advanceTo('2027-04-01T09:00:00.000Z');
    const sent = [...simulated.eventsOfType('reminderDue'), ...simulated.eventsOfType('escalated')];
    const kept = simulated
      .state()
      .deadlines.flatMap(({ id, rungs }) =>
        rungs.flatMap(({ rung, done }) => (done ? [{ id, rung, to: done.to }] : [])),
      );
    expect(kept.length).toBeGreaterThan(10);
    for (const { id, rung, to } of kept)
      expect(
        sent.filter(({ data }) => data.deadline === id && data.rung === rung).map(({ data }) => data.to),
      ).toContainEqual(to);
    expect(kept.flatMap(({ to }) => to)).not.toContain('debtor');
  });

  it('as a reminder before it was known gives way to the escalation that follows it', () => {
    const small = smallCase({ debt: { ladder: 'all' } }, { ladders });
    small.register('begun', '2027-01-10');
    expect(small.eventsOf('reminderDue').map(({ data }) => data.send)).toEqual([false, false, false, false]);
    expect(small.eventsOf('escalated').map(({ data }) => data.send)).toEqual([true]);
  });

  it('is held back once for the reminder before it, and not for a reminder that came meanwhile', () => {
    const all = [rungAt(-4), rungAt(-3, 'escalate'), rungAt(-2)];
    const small = smallCase({ debt: { ladder: 'all' } }, { ladders: { all } });
    small.register('begun');
    small.skipTo('2027-02-08T09:00:00.000Z');
    expect(small.eventsOf('escalationHeld').map(({ data }) => data.until)).toEqual(['2027-02-10T07:00:00.000Z']);
    small.advanceTo('2027-02-10T09:00:00.000Z');
    expect(small.eventsOf('reminderDue').map(({ data }) => data.send)).toEqual([true, true]);
    expect(small.eventsOf('escalationHeld')).toHaveLength(1);
    expect(small.eventsOf('escalated').map(({ recordedAt }) => recordedAt)).toEqual(['2027-02-10T07:00:00.000Z']);
  });

  it('by a breach that ends the case closes it, on the day it was due', () => {
    const small = smallCase({ silence: { onBreach: 'DORMANT' }, other: { starts: ['opened'], ends: ['fact:done'] } });
    small.register('begun');
    small.wait(12);
    expect(small.state().state).toBe('DORMANT');
    expect(small.eventsOf('caseWentDormant')[0]?.at).toBe(small.deadlinesOf('silence')[0]?.dueAt);
  });

  it('as the last rung of a handover ends it: nobody owes an answer any longer, and nobody gave one', () => {
    const simulated = openSimulatedCase('2027-01-11T09:00:00.000Z', { unit: 'helse' });
    const receivers = [{ unit: 'kultur', person: 'leder.kultur' }];
    simulated.submit('mottak', { type: 'assignOwner', owner: 'saksbehandler.helse' });
    const draft = { type: 'draftHandover', purpose: 'TRANSFER', receivers, package: 'text:p' } as const;
    simulated.submit('saksbehandler.helse', draft);
    simulated.submit('saksbehandler.helse', { type: 'sendHandover' });
    simulated.advanceTo('2027-04-01T09:00:00.000Z');
    const answers = simulated.state().deadlines.filter((it) => it.basis.key === 'sent');
    expect(simulated.state().handovers.at(-1)?.state).toBe('LAPSED');
    expect(
      simulated.eventsOfType('deadlineMet').filter(({ data }) => data.deadline.startsWith('handover.answer')),
    ).toEqual([]);
    expect(answers.length).toBeGreaterThan(1);
    expect(answers.filter((it) => it.state === 'OPEN' || (it.state === 'BREACHED' && !it.metAt))).toEqual([]);
  });
});
