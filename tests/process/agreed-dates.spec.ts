import { describe, expect, it } from '@jest/globals';
import { osloDateOf } from '#domain/calendar/oslo-time.js';
import { dayText } from '#domain/model/words/day-text.js';
import { stuckStatus } from '#domain/stuck/stuck-status.js';
import { coreOf } from '#domain/process/process-core.js';
import { newestProcess } from '#processes/versions.js';
import { openSimulatedCase } from '#support/simulated-case.js';
import type { SimulatedCase } from '#support/simulated-case.js';

const HANDLER = 'saksbehandler.innovasjon';
const MEETING = 'firstContact.meeting';

function enquiry(at: string): SimulatedCase {
  const simulated = openSimulatedCase(at);
  simulated.submit('mottak', { type: 'assignOwner', owner: HANDLER });
  return simulated;
}
const deadlineOf = (simulated: SimulatedCase, id: string) => simulated.state().deadlines.find((it) => it.id === id);
const pause = (simulated: SimulatedCase, resumeOn: string) =>
  simulated.submit('leder.innovasjon', { type: 'suspend', reason: 'text:r', resumeOn, approvedBy: 'leder.innovasjon' });
const lettersAbout = (simulated: SimulatedCase, id: string, since = '') =>
  simulated.events
    .filter((event) => event.type === 'reminderDue' || event.type === 'escalated')
    .filter((event) => event.data.deadline === id && event.recordedAt > since && event.data.send)
    .map((event) => `${osloDateOf(event.at)} ${event.data.rung}`);

describe('a deadline that was extended', () => {
  it('to 5 May, in a case on hold from 20 April to 10 May, is not missed meanwhile: as many days are left as before', () => {
    const simulated = enquiry('2027-04-01T09:00:00.000Z');
    simulated.submit(HANDLER, { type: 'extend', deadline: MEETING, until: '2027-05-05', reason: 'text:r' });
    simulated.advanceTo('2027-04-20T09:00:00.000Z');
    pause(simulated, '2027-05-10');
    simulated.advanceTo('2027-05-10T09:00:00.000Z');
    expect(deadlineOf(simulated, MEETING)).toMatchObject({ state: 'PAUSED' });
    simulated.submit(HANDLER, { type: 'resume' });
    simulated.advanceTo('2027-05-11T09:00:00.000Z');
    expect(deadlineOf(simulated, MEETING)).toMatchObject({ state: 'OPEN', dueOn: '2027-05-26' });
    expect(simulated.eventsOfType('deadlineBreached').filter((event) => event.data.deadline === MEETING)).toEqual([]);
  });

  it('is warned of anew: the owner hears before the manager, and the manager before the director', () => {
    const simulated = enquiry('2027-01-11T09:00:00.000Z');
    simulated.advanceTo('2027-02-09T12:00:00.000Z');
    expect(lettersAbout(simulated, MEETING)).toEqual([
      '2027-01-29 before-1',
      '2027-02-01 due',
      '2027-02-02 manager',
      '2027-02-08 director',
    ]);
    simulated.submit('leder.innovasjon', { type: 'extend', deadline: MEETING, until: '2027-03-01', reason: 'text:r' });
    const extendedAt = simulated.now();
    simulated.advanceTo('2027-03-20T12:00:00.000Z');
    expect(lettersAbout(simulated, MEETING, extendedAt)).toEqual([
      '2027-02-26 before-1',
      '2027-03-01 due',
      '2027-03-02 manager',
      '2027-03-08 director',
    ]);
  });

  it('keeps the extension when its basis is corrected, and the later of the two dates holds', () => {
    const simulated = enquiry('2027-01-11T09:00:00.000Z');
    simulated.advanceTo('2027-01-14T09:00:00.000Z');
    simulated.submit(HANDLER, { type: 'registerFact', fact: 'contactLeft', data: {} });
    const id = simulated.state().deadlines.find(({ kind }) => kind === 'contact.notice')?.id ?? '';
    simulated.submit(HANDLER, { type: 'extend', deadline: id, until: '2027-04-01', reason: 'text:r' });
    const event = simulated.eventsOfType('factRegistered').at(-1)?.seq ?? 0;
    simulated.submit(HANDLER, { type: 'correctFact', event, on: '2027-01-12', reason: 'text:r' });
    expect(deadlineOf(simulated, id)?.dueOn).toBe('2027-04-01');
  });

  it.each([
    ['today', '2027-01-11', 'in-the-past'],
    ['a year before', '2026-01-11', 'in-the-past'],
    ['a year that no calendar holds', '2101-01-01', 'out-of-range'],
    ['the date that it has', '2027-02-01', 'out-of-range'],
  ])('cannot be moved to %s', (_what, until, code) => {
    const simulated = enquiry('2027-01-11T09:00:00.000Z');
    const refusal = simulated.trySubmit(HANDLER, { type: 'extend', deadline: MEETING, until, reason: 'text:r' });
    expect(refusal).toMatchObject({
      code,
      unblock: { command: 'extend', text: { nb: expect.stringContaining('Velg en arbeidsdag etter 1. februar 2027') } },
    });
    const said = dayText(until);
    expect([refusal?.detail.nb.includes(said.nb), refusal?.detail.en.includes(said.en)]).toEqual([true, true]);
  });
});

describe('a debt that was missed', () => {
  it('is silent while the case is on hold, and goes on up its ladder afterwards', () => {
    const simulated = enquiry('2027-01-11T09:00:00.000Z');
    simulated.advanceTo('2027-02-02T12:00:00.000Z');
    pause(simulated, '2027-03-01');
    const pausedAt = simulated.now();
    simulated.advanceTo('2027-03-01T09:00:00.000Z');
    expect(lettersAbout(simulated, MEETING, pausedAt)).toEqual([]);
    expect(deadlineOf(simulated, MEETING)).toMatchObject({ state: 'BREACHED', ladderPaused: true });
    simulated.submit(HANDLER, { type: 'resume' });
    simulated.advanceTo('2027-03-20T09:00:00.000Z');
    expect(lettersAbout(simulated, MEETING, pausedAt)).toEqual(['2027-03-08 director']);
  });

  it('is forgotten when it proves to have been met in time: nothing is left to explain', () => {
    const simulated = enquiry('2027-01-11T09:00:00.000Z');
    simulated.advanceTo('2027-02-02T12:00:00.000Z');
    expect(deadlineOf(simulated, `delay.explain:${MEETING}`)?.state).toBe('OPEN');
    simulated.submit(HANDLER, { type: 'registerFact', fact: 'meetingHeld', on: '2027-01-28', data: {} });
    expect(deadlineOf(simulated, `delay.explain:${MEETING}`)?.state).toBe('CANCELLED');
  });
});

describe('the right to complain', () => {
  const refused = (at: string) => {
    const simulated = enquiry(at);
    simulated.submit('leder.innovasjon', {
      type: 'reject',
      reason: 'text:r',
      advice: 'text:a',
      individualDecision: true,
    });
    return simulated;
  };
  const right = (simulated: SimulatedCase) =>
    simulated.state().deadlines.find(({ kind }) => kind === 'complaint.right');

  it('lasts three weeks: to the same weekday, and past 17 May and a Sunday to the next working day', () => {
    expect(right(refused('2027-01-13T09:00:00.000Z'))?.dueOn).toBe('2027-02-03');
    expect(right(refused('2027-04-26T09:00:00.000Z'))?.dueOn).toBe('2027-05-18');
    expect(right(refused('2027-01-10T09:00:00.000Z'))?.dueOn).toBe('2027-02-01');
  });

  it('is never missed: a complaint after it is late, and is so no more when it was not made', () => {
    const simulated = refused('2027-01-13T09:00:00.000Z');
    simulated.advanceTo('2027-02-10T09:00:00.000Z');
    expect(right(simulated)).toMatchObject({ state: 'MET', metAt: '2027-02-03T23:00:00.000Z' });
    simulated.submit(HANDLER, { type: 'registerFact', fact: 'complaintReceived', data: {} });
    expect(right(simulated)).toMatchObject({ state: 'MET', late: true, metAt: '2027-02-10T09:00:00.000Z' });
    const event = simulated.eventsOfType('factRegistered').at(-1)?.seq ?? 0;
    simulated.submit(HANDLER, { type: 'retractFact', event, reason: 'text:r' });
    expect(right(simulated)).toMatchObject({ state: 'MET', metAt: '2027-02-03T23:00:00.000Z' });
    expect(right(simulated)?.late).toBeUndefined();
  });
});

describe('what nobody says', () => {
  it('a deputy that is not named is told to the manager, and never to the director', () => {
    const simulated = enquiry('2027-01-11T09:00:00.000Z');
    simulated.advanceTo('2027-04-01T09:00:00.000Z');
    const told = simulated
      .eventsOfType('escalated')
      .filter((event) => event.data.deadline.startsWith('deputy.confirm'))
      .flatMap((event) => event.data.to);
    expect(told).toEqual(['manager-of:innovasjon']);
  });

  it('a case that falls asleep still owes the legal answer, and the manager is told of it', () => {
    const simulated = enquiry('2027-01-11T09:00:00.000Z');
    const REPLY = 'firstContact.preliminaryReply';
    simulated.submit(HANDLER, { type: 'requestInformation', what: ['text:w'], by: '2027-01-12' });
    simulated.advanceTo('2027-02-05T09:00:00.000Z');
    expect(simulated.state().state).toBe('DORMANT');
    expect(deadlineOf(simulated, REPLY)).toMatchObject({ state: 'OPEN', dueOn: '2027-02-11' });
    simulated.advanceTo('2027-03-01T09:00:00.000Z');
    expect(lettersAbout(simulated, REPLY)).toEqual(['2027-02-01 day-21', '2027-02-08 manager']);
    expect(deadlineOf(simulated, REPLY)?.state).toBe('BREACHED');
    expect(deadlineOf(simulated, 'firstContact.nextStep')?.state).toBe('CANCELLED');
  });
});

describe('the document', () => {
  it('makes a case that an agreement leaves EXPIRING, also when the agreement was extended', () => {
    const climbing = Object.entries(newestProcess.deadlines).filter(([, { ladder }]) => ladder === 'expiry');
    expect(climbing.map(([kind]) => kind)).toEqual(['agreement.expiry', 'agreement.extended']);
    expect(climbing.filter(([, { expiry }]) => !expiry)).toEqual([]);
    const simulated = enquiry('2027-01-11T09:00:00.000Z');
    simulated.submit(HANDLER, { type: 'requestInformation', what: ['text:w'] });
    const base = simulated.state();
    const extended = {
      ...base.deadlines[0]!,
      id: 'e',
      kind: 'agreement.extended',
      dueOn: '2027-02-01',
      state: 'OPEN' as const,
    };
    const { causes } = stuckStatus(
      coreOf(newestProcess),
      { ...base, deadlines: [extended] },
      '2027-01-20T09:00:00.000Z',
    );
    expect(causes.map(({ code, kind }) => [code, kind])).toContainEqual(['EXPIRING', 'agreement.extended']);
  });

  it('tells of every period that could end on a holiday whether it moves, and by what', () => {
    const silent = Object.entries(newestProcess.deadlines).filter(
      ([, { movesOffHolidays, holidaySource }]) => (movesOffHolidays === undefined) !== (holidaySource === undefined),
    );
    expect(silent).toEqual([]);
    expect(newestProcess.deadlines['complaint.right']).toMatchObject({
      calendar: 'WEEKS',
      count: 3,
      movesOffHolidays: true,
    });
  });
});
