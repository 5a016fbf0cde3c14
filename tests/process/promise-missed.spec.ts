import { describe, expect, it } from '@jest/globals';
import { osloDateOf } from '#domain/calendar/oslo-time.js';
import { debtLabel } from '#domain/deadline/deadline-label.js';
import { isOwed } from '#domain/deadline/owed.js';
import { newestProcess } from '#processes/versions.js';
import { openSimulatedCase } from '#support/simulated-case.js';
import type { SimulatedCase } from '#support/simulated-case.js';

const HANDLER = 'saksbehandler.innovasjon';
const MANAGER = 'leder.innovasjon';
const MEETING = 'firstContact.meeting';
const EXPLAIN = `delay.explain:${MEETING}`;

const deadlineOf = (simulated: SimulatedCase, id: string) => simulated.state().deadlines.find((it) => it.id === id);
const explanationsOwed = (simulated: SimulatedCase) =>
  simulated.state().deadlines.filter((it) => it.basis.about?.id === MEETING && isOwed(it));
const toldAbout = (simulated: SimulatedCase, id: string, after: string) =>
  simulated.events
    .filter((event) => event.type === 'reminderDue' || event.type === 'escalated')
    .filter((event) => event.data.deadline === id && event.data.send && event.recordedAt > after)
    .map((event) => `${osloDateOf(event.at)} ${event.data.rung}`);

/** Everything is done but the meeting, which was promised by 1 February 2027. */
function missedMeeting(): SimulatedCase {
  const simulated = openSimulatedCase('2027-01-11T09:00:00.000Z');
  simulated.submit('mottak', { type: 'assignOwner', owner: HANDLER });
  for (const fact of ['contactMade', 'deputyConfirmed'])
    simulated.submit(HANDLER, { type: 'registerFact', fact, data: {} });
  simulated.advanceTo('2027-02-02T09:00:00.000Z');
  return simulated;
}

describe('a promise that is missed', () => {
  it('opens one debt, named after the promise and counted from its day', () => {
    const simulated = missedMeeting();
    const owed = explanationsOwed(simulated);
    expect(owed.map(({ id, dueOn, owedTo }) => [id, dueOn, owedTo.party])).toEqual([
      [EXPLAIN, '2027-02-02', 'ENTREPRENEUR'],
    ]);
    expect(owed.map((debt) => debtLabel(newestProcess, debt))).toEqual([
      {
        nb: 'Forklar «Hold avklaringsmøte» og gi ny dato',
        en: 'Explain “Hold the clarification meeting” and give a new date',
      },
    ]);
  });

  it('and not explained either stays that one debt, reminded of once: the manager has heard of the promise', () => {
    const simulated = missedMeeting();
    simulated.advanceTo('2027-03-01T09:00:00.000Z');
    expect(explanationsOwed(simulated).map(({ id, state }) => [id, state])).toEqual([[EXPLAIN, 'BREACHED']]);
    expect(toldAbout(simulated, EXPLAIN, '')).toEqual(['2027-02-02 due']);
    expect(simulated.eventsOfType('deadlineBreached').filter((it) => it.data.deadline === EXPLAIN)).toHaveLength(1);
  });

  it('explained, moved, missed again, explained again and kept at last: one debt each time, and reminders of the new date', () => {
    const simulated = missedMeeting();
    const explain = (newDate: string) => {
      const data = { deadline: MEETING, newDate, reason: 'text:r' };
      simulated.submit(HANDLER, { type: 'registerFact', fact: 'delayExplained', data });
    };
    const move = (until: string) =>
      simulated.submit(MANAGER, { type: 'extend', deadline: MEETING, until, reason: 'text:r' });
    explain('2027-02-15');
    expect(explanationsOwed(simulated)).toEqual([]);
    if (deadlineOf(simulated, MEETING)?.dueOn !== '2027-02-15') move('2027-02-15');
    const movedAt = simulated.now();
    expect(deadlineOf(simulated, MEETING)).toMatchObject({ state: 'OPEN', dueOn: '2027-02-15' });
    simulated.advanceTo('2027-02-16T12:00:00.000Z');
    expect(toldAbout(simulated, MEETING, movedAt)).toEqual([
      '2027-02-12 before-1',
      '2027-02-15 due',
      '2027-02-16 manager',
    ]);
    expect(explanationsOwed(simulated).map(({ id, dueOn }) => [id, dueOn])).toEqual([[EXPLAIN, '2027-02-16']]);
    explain('2027-02-26');
    if (deadlineOf(simulated, MEETING)?.dueOn !== '2027-02-26') move('2027-02-26');
    simulated.advanceTo('2027-02-24T12:00:00.000Z');
    simulated.submit(HANDLER, { type: 'registerFact', fact: 'meetingHeld', data: {} });
    expect(deadlineOf(simulated, MEETING)).toMatchObject({ state: 'MET', dueOn: '2027-02-26' });
    expect(explanationsOwed(simulated)).toEqual([]);
    simulated.advanceTo('2027-03-20T12:00:00.000Z');
    expect(toldAbout(simulated, EXPLAIN, movedAt)).toEqual(['2027-02-16 due']);
  });

  it('and then kept, however late, leaves nothing to explain', () => {
    const simulated = missedMeeting();
    simulated.submit(HANDLER, { type: 'registerFact', fact: 'meetingHeld', data: {} });
    expect(deadlineOf(simulated, MEETING)).toMatchObject({ state: 'BREACHED', metAt: '2027-02-02T09:00:00.000Z' });
    expect(explanationsOwed(simulated)).toEqual([]);
  });

  it('beside another is explained by itself: one debt and one step each, and each explanation moves its own', () => {
    const simulated = openSimulatedCase('2027-01-11T09:00:00.000Z');
    simulated.submit('mottak', { type: 'assignOwner', owner: HANDLER });
    simulated.submit(HANDLER, { type: 'registerFact', fact: 'deputyConfirmed', data: {} });
    simulated.advanceTo('2027-02-02T09:00:00.000Z');
    const CONTACT = 'firstContact.contact';
    const owed = () => simulated.state().deadlines.filter((it) => it.kind === 'delay.explain' && isOwed(it));
    expect(owed().map(({ basis }) => basis.about?.id)).toEqual(expect.arrayContaining([CONTACT, MEETING]));
    const steps = simulated.next().filter(({ body }) => body['fact'] === 'delayExplained');
    expect(steps.map(({ body }) => body['data'])).toEqual(
      expect.arrayContaining([{ deadline: CONTACT }, { deadline: MEETING }]),
    );
    expect(new Set(steps.map(({ label }) => label.nb)).size).toBe(steps.length);
    const explain = (data: Readonly<Record<string, string>>) =>
      simulated.trySubmit(HANDLER, { type: 'registerFact', fact: 'delayExplained', data });
    const newDate = '2027-02-15';
    expect(explain({ newDate })).toMatchObject({ code: 'bad-fact', more: { errors: [{ pointer: '/data/deadline' }] } });
    expect(explain({ newDate, deadline: 'deputy.confirm' })?.code).toBe('bad-fact');
    expect(explain({ newDate, deadline: MEETING })).toBeNull();
    expect(deadlineOf(simulated, MEETING)).toMatchObject({ state: 'OPEN', dueOn: newDate });
    expect(deadlineOf(simulated, CONTACT)).toMatchObject({ state: 'BREACHED', dueOn: '2027-01-13' });
    expect(owed().map(({ basis }) => basis.about?.id)).not.toContain(MEETING);
    expect(owed().map(({ basis }) => basis.about?.id)).toContain(CONTACT);
    expect(simulated.eventsOfType('deadlineExtended').map(({ data }) => data.deadline)).toEqual([MEETING]);
  });
});
