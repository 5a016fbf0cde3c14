import { describe, expect, it } from '@jest/globals';
import { openSimulatedCase } from '#support/simulated-case.js';
import type { SimulatedCase } from '#support/simulated-case.js';

const MEETING = 'firstContact.meeting';

/** An enquiry of Monday 11 January 2027 with a case handler; the meeting is due on 1 February. */
function enquiry(): SimulatedCase {
  const simulated = openSimulatedCase('2027-01-11T09:00:00.000Z');
  simulated.submit('mottak', { type: 'assignOwner', owner: 'saksbehandler.innovasjon' });
  return simulated;
}
const meeting = (simulated: SimulatedCase) => simulated.state().deadlines.find((it) => it.id === MEETING);

describe('a fact that comes late or wrong', () => {
  it('registered a week late makes a missed meeting held in time; corrected and retracted, the deadline follows each time', () => {
    const simulated = enquiry();
    simulated.advanceTo('2027-02-05T09:00:00.000Z');
    expect(meeting(simulated)).toMatchObject({ dueOn: '2027-02-01', state: 'BREACHED' });

    simulated.submit('saksbehandler.innovasjon', {
      type: 'registerFact',
      fact: 'meetingHeld',
      on: '2027-01-29',
      data: {},
    });
    expect(meeting(simulated)).toMatchObject({ state: 'MET', metAt: '2027-01-29T11:00:00.000Z' });

    const [registered] = simulated.eventsOfType('factRegistered');
    const seq = registered?.seq ?? 0;
    simulated.submit('saksbehandler.innovasjon', {
      type: 'correctFact',
      event: seq,
      on: '2027-02-03',
      reason: 'text:1',
    });
    expect(meeting(simulated)).toMatchObject({ state: 'BREACHED', metAt: '2027-02-03T11:00:00.000Z' });

    const corrected = simulated.eventsOfType('factCorrected')[0]?.seq ?? 0;
    simulated.submit('saksbehandler.innovasjon', { type: 'retractFact', event: corrected, reason: 'text:2' });
    expect(meeting(simulated)).toMatchObject({ state: 'BREACHED' });
    expect(meeting(simulated)?.metAt).toBeUndefined();
  });

  it('at the very moment when the day is over is late; a second before, it is in time', () => {
    const simulated = enquiry();
    simulated.advanceTo('2027-02-01T22:59:59.000Z');
    simulated.submit('saksbehandler.innovasjon', { type: 'registerFact', fact: 'meetingHeld', data: {} });
    expect(meeting(simulated)).toMatchObject({ state: 'MET', metAt: '2027-02-01T22:59:59.000Z' });

    const late = enquiry();
    late.advanceTo('2027-02-01T23:00:00.000Z');
    late.submit('saksbehandler.innovasjon', { type: 'registerFact', fact: 'meetingHeld', data: {} });
    expect(meeting(late)).toMatchObject({ state: 'BREACHED', metAt: '2027-02-01T23:00:00.000Z' });
  });

  it('keeps what was sent: a reminder that fired stays in the history of a deadline that proved met', () => {
    const simulated = enquiry();
    simulated.advanceTo('2027-02-05T09:00:00.000Z');
    simulated.submit('saksbehandler.innovasjon', {
      type: 'registerFact',
      fact: 'meetingHeld',
      on: '2027-01-29',
      data: {},
    });
    expect(meeting(simulated)?.rungs.filter((rung) => rung.done).length).toBeGreaterThanOrEqual(2);
  });

  it('refuses a second correction of the same event and names the newer one', () => {
    const simulated = enquiry();
    simulated.advanceTo('2027-01-14T09:00:00.000Z');
    simulated.submit('saksbehandler.innovasjon', { type: 'registerFact', fact: 'meetingHeld', data: {} });
    const event = simulated.eventsOfType('factRegistered')[0]?.seq ?? 0;
    simulated.submit('saksbehandler.innovasjon', { type: 'correctFact', event, on: '2027-01-13', reason: 'text:1' });
    const newer = simulated.eventsOfType('factCorrected')[0]?.seq;
    expect(
      simulated.trySubmit('saksbehandler.innovasjon', {
        type: 'correctFact',
        event,
        on: '2027-01-12',
        reason: 'text:2',
      }),
    ).toMatchObject({
      code: 'superseded',
      more: { newer },
    });
  });

  it('refuses tomorrow, a fact that does not exist and a year that no calendar holds', () => {
    const simulated = enquiry();
    const by = 'saksbehandler.innovasjon';
    expect(
      simulated.trySubmit(by, { type: 'registerFact', fact: 'meetingHeld', on: '2027-01-12', data: {} })?.code,
    ).toBe('in-the-future');
    expect(simulated.trySubmit(by, { type: 'registerFact', fact: 'moonLanding', data: {} })?.code).toBe('bad-fact');
    expect(
      simulated.trySubmit(by, { type: 'registerFact', fact: 'meetingHeld', on: '1814-05-17', data: {} })?.code,
    ).toBe('out-of-range');
    expect(
      simulated.trySubmit(by, { type: 'registerFact', fact: 'officeGranted', data: { until: '9999-01-01' } })?.code,
    ).toBe('out-of-range');
  });
});

describe('a pause', () => {
  it('moves a practice deadline by the days it lasted and leaves a legal one', () => {
    const simulated = enquiry();
    const before = {
      legal: simulated.state().deadlines.find((it) => it.id === 'firstContact.preliminaryReply')?.dueOn,
      practice: meeting(simulated)?.dueOn,
    };
    expect(before).toEqual({ legal: '2027-02-11', practice: '2027-02-01' });
    simulated.submit('leder.innovasjon', {
      type: 'suspend',
      reason: 'text:1',
      resumeOn: '2027-01-25',
      approvedBy: 'leder.innovasjon',
    });
    expect(meeting(simulated)?.state).toBe('PAUSED');
    simulated.advanceTo('2027-01-25T09:00:00.000Z');
    simulated.submit('saksbehandler.innovasjon', { type: 'resume' });
    // 12 to 25 January are ten working days that do not count.
    expect(meeting(simulated)).toMatchObject({ state: 'OPEN', dueOn: '2027-02-15' });
    expect(simulated.state().deadlines.find((it) => it.id === 'firstContact.preliminaryReply')?.dueOn).toBe(
      '2027-02-11',
    );
  });

  it('does not move what the law gives a number of working days', () => {
    const simulated = enquiry();
    simulated.submit('saksbehandler.innovasjon', { type: 'registerFact', fact: 'accessRequested', data: {} });
    const access = () => simulated.state().deadlines.find((it) => it.kind === 'access.answer');
    expect(access()?.dueOn).toBe('2027-01-18');
    simulated.submit('leder.innovasjon', {
      type: 'suspend',
      reason: 'text:1',
      resumeOn: '2027-01-15',
      approvedBy: 'leder.innovasjon',
    });
    expect(access()?.state).toBe('OPEN');
    simulated.advanceTo('2027-01-15T09:00:00.000Z');
    simulated.submit('saksbehandler.innovasjon', { type: 'resume' });
    expect(access()?.dueOn).toBe('2027-01-18');
  });

  it('needs the word of a manager who is not the owner, and a date that lies ahead', () => {
    const simulated = enquiry();
    const suspend = (approvedBy: string, resumeOn: string) =>
      simulated.trySubmit('saksbehandler.innovasjon', { type: 'suspend', reason: 'text:1', resumeOn, approvedBy })
        ?.code;
    expect(suspend('saksbehandler.innovasjon', '2027-01-25')).toBe('same-person');
    expect(suspend('leder.helse', '2027-01-25')).toBe('forbidden');
    expect(suspend('leder.innovasjon', '2027-01-11')).toBe('in-the-past');
    expect(suspend('leder.innovasjon', '2028-01-11')).toBe('out-of-range');
  });
});
