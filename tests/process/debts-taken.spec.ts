import { beforeEach, describe, expect, it } from '@jest/globals';
import { debtor } from '#domain/deadline/debtor-creditor.js';
import { canRead } from '#domain/policy/read-access.js';
import { newestProcess } from '#processes/versions.js';
import { demoCommandPeople, openSimulatedCase } from '#support/simulated-case.js';
import type { Deadline } from '#domain/model/case.js';
import type { CommandBodies } from '#domain/model/command.js';
import type { SimulatedCase } from '#support/simulated-case.js';

const MONDAY = '2027-01-11T08:00:00.000Z';
const OWNER = 'saksbehandler.helse';
const MANAGER = 'leder.helse';
const COLLEAGUE = 'saksbehandler2.helse';

let simulated: SimulatedCase;
beforeEach(() => {
  simulated = openSimulatedCase(MONDAY);
  simulated.submit(OWNER, { type: 'assignOwner', owner: OWNER });
});

const debtOf = (id: string): Deadline => {
  const found = simulated.state().deadlines.find((it) => it.id === id);
  if (!found) throw new Error(`no ${id}`);
  return found;
};
const owes = (id: string) => debtor(newestProcess, simulated.state(), debtOf(id));
const MEETING = 'firstContact.meeting';
const actOn = (act: CommandBodies['actOn']['act'], more: Partial<CommandBodies['actOn']> = {}) =>
  ({ type: 'actOn', deadline: MEETING, act, ...more }) as const;
const meetingHeld = { type: 'registerFact', fact: 'meetingHeld', data: {} } as const;

describe('a manager acts on what was escalated', () => {
  beforeEach(() => simulated.advanceTo('2027-02-03T09:00:00.000Z'));

  it('by a nudge, which is recorded and changes nothing', () => {
    expect(simulated.eventsOfType('escalated').some(({ data }) => data.deadline === MEETING)).toBe(true);
    simulated.submit(MANAGER, actOn('NUDGE'));
    expect(simulated.eventsOfType('debtActedOn')).toMatchObject([{ by: MANAGER, data: { act: 'NUDGE' } }]);
    expect(owes(MEETING).user).toBe(OWNER);
  });

  it('by giving it to another, who then owes it, may register what meets it, and reads the case', () => {
    const helper = 'saksbehandler.kultur';
    expect(simulated.trySubmit(helper, meetingHeld)?.code).toBe('not-yours');
    simulated.submit(MANAGER, actOn('GIVE', { person: helper }));
    expect(owes(MEETING).user).toBe(helper);
    expect(canRead(simulated.state(), { user: helper, grants: demoCommandPeople[helper]?.grants ?? [] })).toBe(true);
    expect(simulated.trySubmit(helper, { ...meetingHeld, fact: 'fitAssessed' })?.code).toBe('not-yours');
    const step = simulated.next().find(({ body }) => body['fact'] === 'meetingHeld');
    expect(step?.by.map(({ user }) => user)).toEqual([helper]);
    simulated.submit(helper, meetingHeld);
    expect(debtOf(MEETING)).toMatchObject({ state: 'BREACHED', metAt: expect.any(String) });
    expect(simulated.state().owner).toBe(OWNER);
  });

  it('is told to the manager until it is acted on, and again when it is escalated anew', () => {
    expect(debtOf(MEETING).escalatedTo).toEqual(['manager-of:helse']);
    simulated.submit(MANAGER, actOn('NUDGE'));
    expect(debtOf(MEETING).escalatedTo).toBeUndefined();
    simulated.submit(MANAGER, actOn('NEW_DATE', { until: '2027-02-10', reason: 'text:why' }));
    simulated.advanceTo('2027-02-12T09:00:00.000Z');
    expect(debtOf(MEETING).escalatedTo).toEqual(['manager-of:helse']);
    simulated.submit('kommunalsjef.velferd', actOn('NEW_DATE', { until: '2027-02-26', reason: 'text:why' }));
    expect(debtOf(MEETING).escalatedTo).toBeUndefined();
  });

  it('by taking it over', () => {
    simulated.submit('kommunalsjef.velferd', actOn('TAKE_OVER'));
    expect(owes(MEETING).user).toBe('kommunalsjef.velferd');
  });

  it('by a new date', () => {
    simulated.submit(MANAGER, actOn('NEW_DATE', { until: '2027-02-26', reason: 'text:why' }));
    expect(debtOf(MEETING).dueOn).toBe('2027-02-26');
  });

  it.each([
    ['GIVE', {}, 'out-of-range'],
    ['GIVE', { person: 'entreprenor.01' }, 'unknown-person'],
    ['NEW_DATE', { reason: 'text:why' }, 'out-of-range'],
    ['NEW_DATE', { until: '2027-02-26' }, 'out-of-range'],
    ['NEW_DATE', { until: '2027-02-02', reason: 'text:why' }, 'in-the-past'],
    ['NEW_DATE', { until: '2101-02-02', reason: 'text:why' }, 'out-of-range'],
    ['GIVE', { deadline: 'firstContact.sla:1', person: COLLEAGUE }, 'forbidden'],
    ['NUDGE', { deadline: 'none' }, 'not-found'],
    ['NUDGE', { deadline: 'firstContact.handler' }, 'superseded'],
  ] as const)('%s with %j: %s', (act, more, code) => {
    expect(simulated.trySubmit(MANAGER, actOn(act, more))?.code).toBe(code);
  });

  it('and nobody else does, nor a manager for what they owe themselves', () => {
    expect(simulated.trySubmit(OWNER, actOn('NUDGE'))?.code).toBe('forbidden');
    expect(simulated.trySubmit('leder.nav', actOn('NUDGE'))?.code).toBe('not-yours');
    simulated.submit(MANAGER, { type: 'assignOwner', owner: MANAGER });
    expect(simulated.trySubmit(MANAGER, actOn('NUDGE'))?.code).toBe('same-person');
    simulated.submit('kommunalsjef.velferd', actOn('NUDGE'));
  });

  it('of another unit acts on what that unit owes', () => {
    const answerBy = '2027-02-10';
    const asked = { type: 'askUnit', unit: 'nav', person: 'saksbehandler.nav', kind: 'QUESTION' } as const;
    simulated.submit(OWNER, { ...asked, question: 'text:?', answerBy });
    simulated.submit('leder.nav', actOn('NUDGE', { deadline: 'question.answer:q1' }));
    expect(simulated.trySubmit('leder.kultur', actOn('NUDGE', { deadline: 'question.answer:q1' }))?.code).toBe(
      'not-yours',
    );
  });
});

describe('a task that a role with several holders owes', () => {
  const asked = { type: 'askUnit', kind: 'QUESTION', question: 'text:?', answerBy: '2027-01-20' } as const;

  it('is taken by one who holds the role, and then owed by that person', () => {
    simulated.submit(OWNER, { ...asked, unit: 'nav' });
    const deadline = 'question.answer:q1';
    expect(owes(deadline)).toMatchObject({ role: 'leder', unit: 'nav' });
    expect(owes(deadline).user).toBeUndefined();
    for (const user of [MANAGER, OWNER])
      expect(simulated.trySubmit(user, { type: 'takeDebt', deadline })).toMatchObject({ code: 'not-yours' });
    simulated.submit('leder.nav', { type: 'takeDebt', deadline });
    expect(owes(deadline).user).toBe('leder.nav');
    expect(simulated.trySubmit('leder.nav', { type: 'takeDebt', deadline })).toBeNull();
    expect(simulated.eventsOfType('debtTaken')).toHaveLength(1);
  });

  it('is not taken when it is with one person, ended, or not there', () => {
    simulated.submit(OWNER, { ...asked, unit: 'nav', person: 'saksbehandler.nav' });
    const take = (deadline: string, user = 'leder.nav') => simulated.trySubmit(user, { type: 'takeDebt', deadline });
    expect(take('question.answer:q1')).toMatchObject({ code: 'not-yours', unblock: { command: 'actOn' } });
    expect(take(MEETING)?.code).toBe('not-yours');
    expect(take('firstContact.handler')?.code).toBe('superseded');
    expect(take('none')?.code).toBe('not-found');
  });
});
