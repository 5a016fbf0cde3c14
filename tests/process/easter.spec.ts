import { describe, expect, it } from '@jest/globals';
import { osloDateOf } from '#domain/calendar/oslo-time.js';
import { openSimulatedCase } from '#support/simulated-case.js';

describe('an untouched enquiry across Easter 2027', () => {
  const simulated = openSimulatedCase('2027-03-22T07:00:00.000Z');
  simulated.advanceTo('2027-04-24T00:00:00.000Z');
  const rungs = (kind: string) =>
    simulated.events
      .filter((event) => event.type === 'reminderDue' || event.type === 'escalated')
      .filter((event) => event.data.deadline === kind)
      .map((event) => `${osloDateOf(event.at)} ${event.type} ${event.data.to.join(',')}`);
  const dueOn = (kind: string) => simulated.state().deadlines.find((it) => it.id === kind)?.dueOn;

  it('promises contact in two working days, a case handler in three, a meeting in fifteen and a reply within the month', () => {
    expect(
      ['contact', 'handler', 'meeting', 'preliminaryReply', 'nextStep'].map((it) => dueOn(`firstContact.${it}`)),
    ).toEqual(['2027-03-24', '2027-03-30', '2027-04-15', '2027-04-22', '2027-04-21']);
  });

  it('reminds of contact the working day before and the day, then tells the manager and the director', () => {
    expect(rungs('firstContact.contact')).toEqual([
      '2027-03-23 reminderDue owner',
      '2027-03-24 reminderDue owner',
      '2027-03-30 escalated manager-of:innovasjon',
      '2027-04-05 escalated above:innovasjon',
    ]);
  });

  it('does the same for the case handler, over the holidays', () => {
    expect(rungs('firstContact.handler')).toEqual([
      '2027-03-24 reminderDue owner',
      '2027-03-30 reminderDue owner',
      '2027-03-31 escalated manager-of:innovasjon',
      '2027-04-06 escalated above:innovasjon',
    ]);
  });

  it('warns of the preliminary reply on calendar day 21, and the manager three working days before the date', () => {
    expect(rungs('firstContact.preliminaryReply')).toEqual([
      '2027-04-12 reminderDue owner',
      '2027-04-19 escalated manager-of:innovasjon',
    ]);
  });

  it('stamps each rung with eight in the morning in Oslo, summer time or not', () => {
    const at = simulated.events
      .filter((event) => event.type === 'reminderDue' || event.type === 'escalated')
      .map((event) => event.at.slice(11, 16));
    expect(new Set(at)).toEqual(new Set(['07:00', '06:00']));
  });

  it('breaks a promise when its day is over, and then owes an explanation', () => {
    const breach = simulated
      .eventsOfType('deadlineBreached')
      .find((event) => event.data.deadline === 'firstContact.contact');
    expect(breach?.at).toBe('2027-03-24T23:00:00.000Z');
    expect(simulated.state().deadlines.find((it) => it.id === 'delay.explain:firstContact.contact')?.dueOn).toBe(
      '2027-03-30',
    );
  });
});
