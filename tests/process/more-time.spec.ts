import { beforeEach, describe, expect, it } from '@jest/globals';
import { debtor } from '#domain/deadline/debtor-creditor.js';
import { isOwed } from '#domain/deadline/owed.js';
import { isSharedEvent } from '#domain/policy/visibility.js';
import { transitionsOf } from '#domain/case/transitions.js';
import { newestProcess } from '#processes/versions.js';
import { outboxMessagesOf } from '#store/mailroom/outbox-messages-of.js';
import { openSimulatedCase } from '#support/simulated-case.js';
import type { SimulatedCase } from '#support/simulated-case.js';

const HANDLER = 'saksbehandler.helse';
const MANAGER = 'leder.helse';
const HER = 'entreprenor.01';
const ASKED = 'information.answer:i1';

let simulated: SimulatedCase;
beforeEach(() => {
  simulated = openSimulatedCase('2027-01-11T08:00:00.000Z', { unit: 'helse' });
  simulated.submit('mottak', { type: 'assignOwner', owner: HANDLER });
  for (const fact of ['contactMade', 'meetingHeld', 'preliminaryReplySent'])
    simulated.submit(HANDLER, { type: 'registerFact', fact, data: {} });
  simulated.submit(HANDLER, { type: 'registerFact', fact: 'nextStepChosen', data: { step: 'MENTORING' } });
  simulated.submit(HANDLER, { type: 'requestInformation', what: ['text:w'], by: '2027-01-22' });
});

const moreTime = (deadline = ASKED, until = '2027-02-05') =>
  ({ type: 'askMoreTime', deadline, until, reason: 'text:r' }) as const;
const answer = (yes: boolean, approval = 'a1') =>
  ({ type: 'answerApproval', approval, yes, reason: 'text:a' }) as const;
const owed = (kind: string) => simulated.state().deadlines.find((it) => it.kind === kind && isOwed(it));
const letters = (): string[] =>
  transitionsOf(null, simulated.events)
    .flatMap(outboxMessagesOf)
    .filter(({ status }) => status === 'WAITING')
    .map(({ template, slot }) => `${template} to ${slot}`);

describe('the entrepreneur who asks for more time', () => {
  it('is owed an answer by the owner within three working days, and nothing moves meanwhile', () => {
    simulated.submit(HER, moreTime());
    const debt = owed('moreTime.answer');
    expect(debt).toMatchObject({ dueOn: '2027-01-14', owedTo: { party: 'ENTREPRENEUR' } });
    expect(debt && debtor(newestProcess, simulated.state(), debt)).toMatchObject({ role: 'owner', user: HANDLER });
    expect(letters()).toContain('deadlineOpened.moreTime.answer to owner');
    expect(owed('information.answer')?.dueOn).toBe('2027-01-22');
    const steps = simulated.next().filter(({ command }) => command === 'answerApproval');
    expect(steps.map(({ body, by }) => [body['yes'], by[0]?.user])).toEqual([
      [true, HANDLER],
      [false, HANDLER],
    ]);
  });

  it('gets it by a yes, and keeps the date that she has by a no; she is told of both, and may ask again', () => {
    simulated.submit(HER, moreTime());
    expect(simulated.trySubmit(HER, moreTime())).toMatchObject({ code: 'superseded', more: { approval: 'a1' } });
    simulated.submit(HANDLER, answer(false));
    expect([owed('information.answer')?.dueOn, owed('moreTime.answer')]).toEqual(['2027-01-22', undefined]);
    expect(letters()).toContain('approvalAnswered.MORE_TIME.NO to entrepreneur');
    simulated.submit(HER, moreTime());
    simulated.submit(MANAGER, answer(true, 'a2'));
    expect([owed('information.answer')?.dueOn, owed('moreTime.answer')]).toEqual(['2027-02-05', undefined]);
    expect(letters()).toContain('approvalAnswered.MORE_TIME.YES to entrepreneur');
    simulated.advanceTo('2027-02-05T09:00:00.000Z');
    expect(simulated.eventsOfType('deadlineBreached').map(({ data }) => data.deadline)).not.toContain(ASKED);
  });

  it('also after her date: the yes takes back that she missed it, and the case stays awake', () => {
    simulated.submit(HER, moreTime());
    simulated.advanceTo('2027-01-26T08:00:00.000Z');
    expect(owed('information.dormancy')).toBeDefined();
    simulated.submit(HANDLER, answer(true));
    expect(owed('information.answer')).toMatchObject({ state: 'OPEN', dueOn: '2027-02-05' });
    expect(owed('information.dormancy')).toBeUndefined();
  });

  it('is answered by the next owner, when the case has got another', () => {
    simulated.submit(HER, moreTime());
    simulated.submit(MANAGER, { type: 'assignOwner', owner: 'saksbehandler2.helse' });
    const debt = owed('moreTime.answer');
    expect(debt && debtor(newestProcess, simulated.state(), debt).user).toBe('saksbehandler2.helse');
    expect(simulated.trySubmit(HANDLER, answer(true))?.code).toBe('not-yours');
    expect(simulated.trySubmit('saksbehandler2.helse', answer(true))).toBeNull();
  });

  it('needs no answer when she has sent it anyway, or was given a date', () => {
    simulated.submit(HER, moreTime());
    simulated.submit(HER, { type: 'giveInformation', request: 'i1', item: 1, text: 'text:g' });
    expect(owed('moreTime.answer')).toBeUndefined();
    expect(simulated.trySubmit(HANDLER, answer(true))?.code).toBe('superseded');
    simulated.submit(HANDLER, { type: 'returnInformation', request: 'i1', item: 1, missing: 'text:m' });
    simulated.submit(HER, moreTime());
    simulated.submit(HANDLER, { type: 'extend', deadline: ASKED, until: '2027-02-12', reason: 'text:x' });
    expect(owed('moreTime.answer')).toBeUndefined();
    expect(simulated.state().approvals?.map((it) => it.answer?.yes ?? it.lapsedAt !== undefined)).toEqual([true, true]);
    expect(owed('information.answer')?.dueOn).toBe('2027-02-12');
  });

  it('reads in the history that she asked and what was answered', () => {
    simulated.submit(HER, moreTime());
    simulated.submit(HANDLER, answer(false));
    const of = { document: newestProcess, state: simulated.state() };
    const told = simulated.events.filter((event) => event.type.startsWith('approval') && isSharedEvent(of, event));
    expect(told.map(({ type }) => type)).toEqual(['approvalAsked', 'approvalAnswered']);
  });

  it('is refused for what she does not owe, a date that is none, and what is over', () => {
    expect(simulated.trySubmit(HER, moreTime('gate.prepare:999'))?.code).toBe('not-found');
    const prepare = owed('gate.prepare')?.id ?? '';
    expect(simulated.trySubmit(HER, moreTime(prepare))).toMatchObject({ code: 'not-yours' });
    expect(simulated.trySubmit(HANDLER, moreTime())?.code).toBe('not-yours');
    expect(simulated.trySubmit(HER, moreTime(ASKED, '2027-01-22'))?.code).toBe('out-of-range');
    expect(simulated.trySubmit(HER, moreTime(ASKED, '2027-02-06'))).toMatchObject({
      code: 'out-of-range',
      unblock: {
        role: 'entrepreneur',
        text: { nb: expect.stringMatching(/^Velg en arbeidsdag etter 22. januar 2027/) },
      },
    });
    expect(simulated.trySubmit(HER, moreTime(ASKED, '2027-01-10'))).toMatchObject({
      code: 'in-the-past',
      unblock: { command: 'askMoreTime' },
    });
    simulated.submit(HER, { type: 'giveInformation', request: 'i1', item: 1, text: 'text:g' });
    expect(simulated.trySubmit(HER, moreTime())?.code).toBe('superseded');
  });
});

describe('somebody in the municipality who asks for more time', () => {
  it('asks whoever has the case when the case waits for them, and the entrepreneur hears nothing of it', () => {
    const question = { kind: 'QUESTION', question: 'text:q', answerBy: '2027-01-20' } as const;
    simulated.submit(HANDLER, { type: 'askUnit', unit: 'nav', ...question });
    const { id } = owed('question.answer') ?? { id: '' };
    expect(simulated.trySubmit('saksbehandler.nav', moreTime(id))?.code).toBe('not-yours');
    simulated.submit('leder.nav', moreTime(id));
    expect(owed('approval.answer')).toMatchObject({ dueOn: '2027-01-14' });
    simulated.submit(HANDLER, answer(true));
    expect(owed('question.answer')?.dueOn).toBe('2027-02-05');
    expect(letters()).toContain('approvalAnswered.MORE_TIME.YES to user:leder.nav');
    const of = { document: newestProcess, state: simulated.state() };
    expect(simulated.events.filter((it) => it.type.startsWith('approval') && isSharedEvent(of, it))).toEqual([]);
  });

  it('asks the manager for what is owed inside; what is promised her is moved with a reason, and no answer is put off', () => {
    const prepare = owed('gate.prepare')?.id ?? '';
    simulated.submit(HANDLER, moreTime(prepare, '2027-04-05'));
    const debt = owed('approval.answer');
    expect(debt && debtor(newestProcess, simulated.state(), debt)).toMatchObject({ role: 'leder', unit: 'helse' });
    expect(simulated.trySubmit(HANDLER, answer(true))?.code).toBe('same-person');
    expect(simulated.trySubmit(MANAGER, moreTime(debt?.id))?.code).toBe('forbidden');
    simulated.submit(HER, { type: 'giveInformation', request: 'i1', item: 1, text: 'text:g' });
    expect(simulated.trySubmit(HANDLER, moreTime('information.review:i1'))).toMatchObject({
      code: 'forbidden',
      unblock: { command: 'extend' },
    });
  });
});
