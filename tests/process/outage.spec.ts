import { describe, expect, it } from '@jest/globals';
import { openSimulatedCase } from '#support/simulated-case.js';

describe('after our own outage', () => {
  const simulated = openSimulatedCase('2027-01-11T08:00:00.000Z', { unit: 'helse' });
  simulated.skipTo('2027-01-21T09:00:00.000Z');
  const contact = simulated.events
    .filter((event) => event.type === 'reminderDue' || event.type === 'escalated' || event.type === 'escalationHeld')
    .filter((event) => event.data.deadline === 'firstContact.contact');

  it('every rung is recorded as due when it was, in order, but of the reminders only the latest is sent', () => {
    expect(
      contact.filter((event) => event.type === 'reminderDue').map((event) => [event.at.slice(0, 10), event.data.send]),
    ).toEqual([
      ['2027-01-12', false],
      ['2027-01-13', true],
    ]);
    const clock = ['reminderDue', 'deadlineBreached'];
    const at = simulated.events.filter((event) => clock.includes(event.type)).map((event) => event.at);
    expect([...at].sort()).toEqual(at);
  });

  it('an escalation waits until the debtor has had a whole working day after the reminder that was sent', () => {
    const held = contact.find((event) => event.type === 'escalationHeld');
    expect(held?.data).toMatchObject({ until: '2027-01-25T07:00:00.000Z' });
    simulated.advanceTo('2027-01-26T00:00:00.000Z');
    const told = simulated.eventsOfType('escalated').filter((event) => event.data.deadline === 'firstContact.contact');
    expect(told[0]).toMatchObject({ at: '2027-01-14T07:00:00.000Z', recordedAt: '2027-01-25T07:00:00.000Z' });
  });
});
