import { describe, expect, it } from '@jest/globals';
import { isWorkingDay } from '#domain/calendar/holidays.js';
import { minimalBody } from '#domain/next/minimal-body.js';
import { openSimulatedCase } from '#support/simulated-case.js';
import type { CommandBody } from '#domain/model/command.js';
import type { SimulatedCase } from '#support/simulated-case.js';

const HANDLER = 'saksbehandler.innovasjon';
const LEADER = 'leder.innovasjon';
const MEETING = 'firstContact.meeting';
const reason = 'text:r';

/** An enquiry of Wednesday 17 February 2027, whose meeting was promised by 10 March and is missed. */
function missedMeeting(): SimulatedCase {
  const simulated = openSimulatedCase('2027-02-17T09:00:00.000Z');
  simulated.submit('mottak', { type: 'assignOwner', owner: HANDLER });
  simulated.advanceTo('2027-03-15T09:00:00.000Z');
  return simulated;
}

/** Easter Monday, and the working days next to it: the Wednesday before, the Tuesday after. */
const DAY_OFF = '2027-03-29';
const NEAREST = ['2027-03-24', '2027-03-30'];
const OFF = [DAY_OFF, '2027-04-03', '2027-04-04', '2027-05-17'];

/** Each command that gives somebody a date, and who may give it. */
const GIVEN: Readonly<Record<string, (date: string) => [string, CommandBody]>> = {
  delayExplained: (newDate) => [
    HANDLER,
    { type: 'registerFact', fact: 'delayExplained', data: { deadline: MEETING, newDate, reason } },
  ],
  extend: (until) => [LEADER, { type: 'extend', deadline: MEETING, until, reason }],
  'actOn NEW_DATE': (until) => [LEADER, { type: 'actOn', deadline: MEETING, act: 'NEW_DATE', until, reason }],
  askUnit: (answerBy) => [HANDLER, { type: 'askUnit', unit: 'kultur', kind: 'QUESTION', question: 'text:q', answerBy }],
  suspend: (resumeOn) => [LEADER, { type: 'suspend', reason, resumeOn, approvedBy: LEADER }],
};

describe('a date that is given', () => {
  it.each(Object.entries(GIVEN))('by %s is a working day; else the nearest ones are named', (_name, give) => {
    for (const date of OFF) expect(missedMeeting().trySubmit(...give(date))).toMatchObject({ code: 'out-of-range' });
    const refusal = missedMeeting().trySubmit(...give(DAY_OFF));
    expect(refusal?.detail.nb).toBe(
      '29. mars 2027 er ikke en arbeidsdag. De nærmeste arbeidsdagene er 24. mars 2027 og 30. mars 2027.',
    );
    expect(refusal?.more).toEqual({ nearest: NEAREST });
    for (const date of NEAREST) expect(missedMeeting().trySubmit(...give(date))).toBeNull();
  });

  it('is asked for when a delay is explained, with a working day proposed', () => {
    const step = missedMeeting()
      .next()
      .find(({ body }) => body['fact'] === 'delayExplained');
    const { data } = minimalBody(step!.input) as { data: Record<string, string> };
    expect(data['reason']).toBeTruthy();
    expect(isWorkingDay(data['newDate'] ?? '')).toBe(true);
  });
});
