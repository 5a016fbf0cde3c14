import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseView } from '#contracts/http/cases/case.js';
import { expectRefusal } from '#support/expect-refusal.js';
import { startTestApi } from '#support/test-api.js';
import type { Agent, TestApi } from '#support/test-api.js';

/** Domain time stands at 1 February 2027. */
let api: TestApi;
let owner: Agent;
let path: string;
beforeAll(async () => {
  api = await startTestApi();
  owner = await api.signInAs('saksbehandler.helse');
  const opening = { title: 'Turgruppe', description: 'Et behov', origin: 'need' };
  const { body } = await owner.post('/api/v1/collaborations').send(opening).expect(201);
  path = `/api/v1/collaborations/${(body as CaseView).id}`;
}, 120_000);
afterAll(() => api.close());

const submit = (agent: Agent, body: object) =>
  agent.post(`${path}/commands`).set('Idempotency-Key', randomUUID()).set('Accept-Language', 'nb').send(body);
const viewOf = (answer: { body: unknown }): CaseView => answer.body as CaseView;
const readAs = async (agent: Agent): Promise<CaseView> => viewOf(await agent.get(path).expect(200));

const asking = (more: object = {}) => ({
  type: 'askUnit',
  unit: 'nav',
  kind: 'QUESTION',
  question: 'Hvem kan hjelpe med praksisplasser?',
  answerBy: '2027-02-12',
  ...more,
});

describe('a question to a unit, over HTTP', () => {
  it('is asked, redirected and answered by those who are asked, who read the case from then on', async () => {
    const nav = await api.signInAs('leder.nav');
    const kultur = await api.signInAs('leder.kultur');
    await nav.get(path).expect(404);
    const asked = viewOf(await submit(owner, asking()).expect(200));
    expect(asked.questions).toMatchObject([
      {
        id: 'q1',
        unit: 'nav',
        question: 'Hvem kan hjelpe med praksisplasser?',
        askedBy: { id: 'saksbehandler.helse' },
        mine: false,
      },
    ]);
    expect(asked.owner.id).toBe('saksbehandler.helse');
    expect(asked.deadlines.find(({ kind }) => kind === 'question.answer')).toMatchObject({
      dueOn: '2027-02-12',
      owedBy: { unit: 'nav' },
    });

    const read = await readAs(nav);
    expect(read.questions).toMatchObject([{ mine: true }]);
    expect(read.actions.find(({ type }) => type === 'answerQuestion')?.allowed).toBe(true);
    await kultur.get(path).expect(404);

    const reason = 'Kultur kjenner de frivillige.';
    await submit(nav, { type: 'redirectQuestion', question: 'q1', unit: 'kultur', reason }).expect(200);
    expect((await readAs(kultur)).questions).toMatchObject([
      { unit: 'kultur', redirected: { from: { unit: 'nav' }, reason }, mine: true },
    ]);
    const text = 'Frivilligsentralen tar imot to.';
    const { questions } = viewOf(
      await submit(kultur, { type: 'answerQuestion', question: 'q1', answer: 'TEXT', text }).expect(200),
    );
    expect(questions).toMatchObject([{ answer: { answer: 'TEXT', text, by: { id: 'leder.kultur' } }, mine: false }]);
  });

  it('is refused where the input is wrong, in the words of whoever reads it', async () => {
    expectRefusal(await submit(owner, asking({ answerBy: '2027-01-31' })), 422, 'in-the-past');
    expectRefusal(await submit(owner, asking({ answerBy: '2101-01-01' })), 422, 'out-of-range');
    expectRefusal(await submit(owner, asking({ answerBy: 'i morgen' })), 400, 'malformed');
    expectRefusal(await submit(owner, asking({ unit: 'ingen' })), 422, 'unknown-person');
    expectRefusal(await submit(owner, asking({ person: 'saksbehandler.kultur' })), 422, 'unknown-person');
    await submit(owner, asking({ kind: 'HOST', question: 'Vil dere være vertsenhet?' })).expect(200);
    const nav = await api.signInAs('leder.nav');
    const answer = { type: 'answerQuestion', question: 'q2', answer: 'YES' };
    expectRefusal(await submit(owner, answer), 403, 'not-yours');
    const back = { type: 'redirectQuestion', question: 'q2', unit: 'helse', reason: 'Spør dere selv.' };
    expectRefusal(await submit(nav, back), 403, 'same-person');
    const english = await submit(owner, answer).set('Accept-Language', 'en');
    expect([english.body.detail, (await submit(owner, answer)).body.detail]).toEqual([
      'The question is asked of somebody else.',
      'Spørsmålet er stilt til en annen.',
    ]);
    await submit(nav, { ...answer, conditions: 'Fra mars.' }).expect(200);
    expectRefusal(await submit(nav, { ...answer, answer: 'NO' }), 409, 'superseded');
  });
});

describe('a pause, over HTTP', () => {
  const pause = { type: 'suspend', reason: 'Venter på budsjettet.', resumeOn: '2027-03-01', approvedBy: 'leder.helse' };

  it('is asked for, refused, asked for again and approved', async () => {
    const manager = await api.signInAs('leder.helse');
    const asked = viewOf(await submit(owner, pause).expect(200));
    expect(asked).toMatchObject({
      state: 'OPEN',
      approvals: [{ id: 'a1', kind: 'SUSPEND', resumeOn: '2027-03-01', reason: pause.reason, mine: false }],
    });
    expect((await readAs(manager)).approvals).toMatchObject([{ mine: true }]);
    const answer = (approval: string, yes: boolean) => ({
      type: 'answerApproval',
      approval,
      yes,
      reason: 'Vi venter.',
    });
    expectRefusal(await submit(owner, answer('a1', true)), 403, 'same-person');
    expect(viewOf(await submit(manager, answer('a1', false)).expect(200))).toMatchObject({
      state: 'OPEN',
      approvals: [{ answer: { yes: false, reason: 'Vi venter.', by: { id: 'leder.helse' } }, mine: false }],
    });
    await submit(owner, pause).expect(200);
    expect(viewOf(await submit(manager, answer('a2', true)).expect(200)).state).toBe('SUSPENDED');
  });
});
