import { beforeEach, describe, expect, it } from '@jest/globals';
import { osloDateOf } from '#domain/calendar/oslo-time.js';
import { debtor } from '#domain/deadline/debtor-creditor.js';
import { canRead } from '#domain/policy/read-access.js';
import { redactEvent } from '#domain/policy/visibility.js';
import { addDays } from '#domain/time.js';
import { newestProcess } from '#processes/versions.js';
import { daysLater, demoCommandPeople, openSimulatedCase } from '#support/simulated-case.js';
import type { CommandBodies } from '#domain/model/command.js';
import type { SimulatedCase } from '#support/simulated-case.js';

const MONDAY = '2027-01-11T08:00:00.000Z';
const OWNER = 'saksbehandler.helse';
const textKey = (n: number): string => `text:00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const actor = (user: string) => ({ user, grants: demoCommandPeople[user]?.grants ?? [] });

let simulated: SimulatedCase;
beforeEach(() => {
  simulated = openSimulatedCase(MONDAY);
  simulated.submit(OWNER, { type: 'assignOwner', owner: OWNER });
});

/** Friday of the same week. */
const FRIDAY = '2027-01-15';
const asking = (more: Partial<CommandBodies['askUnit']> = {}) =>
  ({ type: 'askUnit', unit: 'nav', kind: 'QUESTION', question: textKey(1), answerBy: FRIDAY, ...more }) as const;
const ask = (more: Partial<CommandBodies['askUnit']> = {}) => simulated.submit(OWNER, asking(more));
const answerDebt = () => {
  const found = simulated.state().deadlines.find(({ kind }) => kind === 'question.answer');
  if (!found) throw new Error('nobody owes an answer');
  return found;
};
const owes = () => debtor(newestProcess, simulated.state(), answerDebt());

describe('a question to a unit', () => {
  it('is owed by the unit, due on the day it was asked to be answered, and leaves the case with its owner', () => {
    ask();
    expect(answerDebt()).toMatchObject({ nature: 'DEBT', dueOn: FRIDAY, state: 'OPEN' });
    expect(owes()).toEqual({ party: 'MUNICIPALITY', role: 'leder', unit: 'nav' });
    expect(simulated.state()).toMatchObject({ owner: OWNER, unit: 'helse', contact: simulated.state().contact });
  });

  it('to a person is owed by that person', () => {
    ask({ person: 'saksbehandler.nav' });
    expect(owes()).toMatchObject({ unit: 'nav', user: 'saksbehandler.nav' });
  });

  it('lets whoever is asked read the case, and no colleague', () => {
    expect(canRead(simulated.state(), actor('leder.nav'))).toBe(false);
    ask({ person: 'saksbehandler.nav' });
    const readers = ['saksbehandler.nav', 'leder.nav', 'saksbehandler2.nav', 'leder.kultur'].filter((user) =>
      canRead(simulated.state(), actor(user)),
    );
    expect(readers).toEqual(['saksbehandler.nav', 'leder.nav']);
  });

  it.each(['leder.nav', 'saksbehandler.nav', 'kommunalsjef.velferd'])(
    'is answered by %s, which meets the debt',
    (user) => {
      ask({ person: 'saksbehandler.nav' });
      simulated.submit(user, { type: 'answerQuestion', question: 'q1', answer: 'TEXT', text: textKey(2) });
      expect(answerDebt().state).toBe('MET');
      expect(simulated.state().questions).toMatchObject([{ id: 'q1', answer: { answer: 'TEXT', by: user } }]);
    },
  );

  it('that nobody answers is reminded of, breached, and told to those above the unit and to the owner', () => {
    ask();
    simulated.advanceTo(daysLater(MONDAY, 14));
    expect(answerDebt().state).toBe('BREACHED');
    const rungs = simulated.events.flatMap(({ type, data }) =>
      (type === 'reminderDue' || type === 'escalated') && data.deadline === answerDebt().id
        ? [[type, data.rung, ...data.to]]
        : [],
    );
    expect(rungs).toEqual([
      ['reminderDue', 'before-1', 'manager-of:nav'],
      ['reminderDue', 'due', 'manager-of:nav'],
      ['escalated', 'manager', 'above:nav', 'owner'],
      ['escalated', 'director', 'above:nav'],
    ]);
    simulated.submit('leder.nav', { type: 'answerQuestion', question: 'q1', answer: 'YES' });
    expect(answerDebt()).toMatchObject({ state: 'BREACHED', metAt: expect.any(String) });
  });

  it('to a person who does not answer is told to the manager of that person', () => {
    ask({ person: 'saksbehandler.nav' });
    simulated.advanceTo(daysLater(MONDAY, 7));
    const escalation = simulated.eventsOfType('escalated').find(({ data }) => data.deadline === answerDebt().id);
    expect(escalation?.data.to).toEqual(['manager-of:nav', 'owner']);
    expect(simulated.eventsOfType('reminderDue').flatMap(({ data }) => data.to)).toContain('user:saksbehandler.nav');
  });

  it('stays inside the municipality: outside nobody reads what was asked or answered', () => {
    ask();
    simulated.submit('leder.nav', { type: 'answerQuestion', question: 'q1', answer: 'TEXT', text: textKey(2) });
    const shown = simulated.events.map(
      (event) =>
        redactEvent({ document: newestProcess, state: simulated.state() }, event, new Set(['shared']), 'x').data,
    );
    expect(JSON.stringify(shown)).not.toMatch(new RegExp(`${textKey(1)}|${textKey(2)}`));
  });
});

describe('a question that is redirected', () => {
  const redirect = (more: object = {}) =>
    ({ type: 'redirectQuestion', question: 'q1', unit: 'kultur', reason: textKey(3), ...more }) as const;

  it('is owed by the other unit, by the same day, and answered there', () => {
    ask({ person: 'saksbehandler.nav' });
    simulated.submit('saksbehandler.nav', redirect());
    expect(owes()).toEqual({ party: 'MUNICIPALITY', role: 'leder', unit: 'kultur' });
    expect(answerDebt()).toMatchObject({ dueOn: FRIDAY, state: 'OPEN' });
    expect(simulated.trySubmit('leder.nav', { type: 'answerQuestion', question: 'q1', answer: 'YES' })).toMatchObject({
      code: 'not-yours',
      more: { asked: { unit: 'kultur' } },
    });
    simulated.submit('leder.kultur', { type: 'answerQuestion', question: 'q1', answer: 'YES' });
    expect(answerDebt().state).toBe('MET');
  });

  it('goes neither back to whoever asked, nor on a second time', () => {
    ask();
    expect(simulated.trySubmit('leder.nav', redirect({ unit: 'helse' }))?.code).toBe('same-person');
    expect(simulated.trySubmit('leder.nav', redirect({ unit: 'helse', person: OWNER }))?.code).toBe('same-person');
    expect(simulated.trySubmit('leder.nav', redirect({ unit: 'nav' }))?.code).toBe('same-person');
    simulated.submit('leder.nav', redirect());
    expect(simulated.trySubmit('leder.kultur', redirect({ unit: 'oppvekst' }))).toMatchObject({
      code: 'superseded',
      unblock: { command: 'answerQuestion' },
    });
  });

  it('is redirected by nobody else than who is asked', () => {
    ask();
    expect(simulated.trySubmit(OWNER, redirect())?.code).toBe('not-yours');
  });
});

describe('refused is', () => {
  it.each([
    ['a day before today', { answerBy: '2027-01-10' }, 'in-the-past'],
    ['a day after 2100', { answerBy: '2101-01-01' }, 'out-of-range'],
    ['a person who does not work in the unit', { person: 'saksbehandler.kultur' }, 'unknown-person'],
    [
      'a person who cannot bind the unit, when it is asked for a role',
      { kind: 'RECEIVE', person: 'saksbehandler.nav' },
      'unknown-person',
    ],
  ] as const)('%s', (_title, more, code) => {
    expect(simulated.trySubmit(OWNER, asking(more))?.code).toBe(code);
  });

  it('an answer by one who was not asked, to a question that is not there, or a second time', () => {
    ask();
    const answer = { type: 'answerQuestion', question: 'q1', answer: 'YES' } as const;
    for (const user of [OWNER, 'saksbehandler.nav', 'leder.helse', 'kommunalsjef.oppvekst'])
      expect(simulated.trySubmit(user, answer)).toMatchObject({ code: 'not-yours', more: { asked: { unit: 'nav' } } });
    expect(simulated.trySubmit('leder.nav', { ...answer, question: 'q9' })?.code).toBe('not-found');
    simulated.submit('leder.nav', answer);
    expect(simulated.trySubmit('leder.nav', { ...answer, answer: 'NO' })?.code).toBe('superseded');
  });

  it('an answer without words where words were promised, or words where a yes or no is asked for', () => {
    ask();
    ask({ kind: 'RECEIVE' });
    const answer = { type: 'answerQuestion', answer: 'TEXT' } as const;
    expect(simulated.trySubmit('leder.nav', { ...answer, question: 'q1' })?.code).toBe('out-of-range');
    expect(simulated.trySubmit('leder.nav', { ...answer, question: 'q2', text: textKey(2) })?.code).toBe(
      'out-of-range',
    );
  });

  it('asking a unit for the same role again before it has answered', () => {
    ask({ kind: 'HOST' });
    expect(simulated.trySubmit(OWNER, asking({ kind: 'HOST' }))).toMatchObject({
      code: 'superseded',
      more: { question: 'q1' },
    });
    ask({ kind: 'HOST', unit: 'kultur' });
    ask();
    ask();
  });
});

it('a question may be asked for an answer today', () => {
  const today = osloDateOf(simulated.now());
  ask({ answerBy: today });
  expect(answerDebt()).toMatchObject({ state: 'OPEN', dueOn: today });
  simulated.advanceTo(daysLater(simulated.now(), 1));
  expect(answerDebt()).toMatchObject({ state: 'BREACHED', dueOn: addDays(osloDateOf(simulated.now()), -1) });
});
