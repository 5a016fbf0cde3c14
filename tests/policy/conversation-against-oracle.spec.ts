import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { POLICY } from '#domain/policy/access-policy.js';
import type { AccessRule } from '#domain/policy/access-policy.js';
import type { Visibility } from '#domain/policy/conversation.js';
import { NoteTable } from '#store/cases/conversation/note-table.js';
import { MessageTable } from '#store/cases/conversation/message-table.js';
import { insertRows } from '#store/db/write-rows.js';
import type { Agent, TestApi } from '#support/test-api.js';
import { ORACLE } from './oracle.js';
import type { OraclePerson, Question } from './oracle.js';
import type { RandomCase } from './random-cases.js';
import { startRandomWorld } from './random-world.js';

/** Who reads and writes notes and messages, over HTTP, held against the oracle. */
const QUESTIONS = ['internalRows', 'sharedRows', 'writeNote', 'writeMessage', 'markRead'] as const satisfies Question[];

let api: TestApi;
let cases: readonly RandomCase[];
let people: readonly OraclePerson[];
const agents = new Map<string, Agent>();
beforeAll(async () => {
  ({ api, cases, people } = await startRandomWorld(1011));
  const { manager } = api.dataSource;
  for (const { state } of cases) {
    const row = { caseId: state.id, by: 'admin', at: state.openedAt };
    const note = (visibility: Visibility, n: number) => ({ ...row, n, id: randomUUID(), visibility, body: visibility });
    await insertRows(manager, NoteTable, [note('INTERNAL', 1), note('SHARED', 2)]);
    const message = { n: 1, id: randomUUID(), from: 'STAFF' as const, body: 'SHARED', contact: false };
    await insertRows(manager, MessageTable, [{ ...row, ...message, messageId: `<${message.id}@test>` }]);
  }
  for (const { id } of people) agents.set(id, await api.signInAs(id));
}, 180_000);
afterAll(() => api.close());

const NO: ReadonlySet<number> = new Set([403, 404, 409]);

/** The API's answers for one person and one case. The first rows are those written above. */
async function answersOf(
  agent: Agent,
  { state }: RandomCase,
): Promise<Readonly<Record<(typeof QUESTIONS)[number], boolean>>> {
  const path = `/api/v1/collaborations/${state.id}`;
  const listed = async (route: string): Promise<readonly string[]> => {
    const { status, body } = await agent.get(`${path}/${route}`);
    if (status === 404) return [];
    expect(status).toBe(200);
    return (body as { items: { text: string }[] }).items.map(({ text }) => text);
  };
  const isDone = async (route: string, body: object): Promise<boolean> => {
    const { status } = await agent.post(`${path}/${route}`).send(body);
    if (!NO.has(status)) expect([200, 201]).toContain(status);
    return !NO.has(status);
  };
  const [notes, messages] = [await listed('notes'), await listed('messages')];
  // Notes and messages that are shared are seen by the same people.
  expect([state.number, messages.includes('SHARED')]).toEqual([state.number, notes.includes('SHARED')]);
  return {
    internalRows: notes.includes('INTERNAL'),
    sharedRows: notes.includes('SHARED'),
    writeNote: await isDone('notes', { text: 'Et notat' }),
    writeMessage: await isDone('messages', { text: 'En melding' }),
    markRead: await isDone('messages/read', { upTo: 1 }),
  };
}

async function disagreements(who: readonly OraclePerson[], about: readonly RandomCase[]) {
  const wrong: string[] = [];
  const yes = new Map<Question, number>();
  let triples = 0;
  for (const person of who)
    for (const it of about) {
      const answers = await answersOf(agents.get(person.id) as Agent, it);
      for (const question of QUESTIONS) {
        triples += 1;
        const right = ORACLE[question](person, it.state);
        if (right) yes.set(question, (yes.get(question) ?? 0) + 1);
        if (answers[question] !== right) wrong.push(`${person.id} ${question} ${it.state.number}: should be ${right}`);
      }
    }
  return { triples, wrong, yes };
}

/** Those who come from outside to one of the cases. */
const outsiders = () => people.filter(({ represents, invitations }) => represents.length + invitations.length > 0);

const ruleOf = (relation: string): AccessRule => {
  const found = POLICY.find((rule) => rule.relation === relation);
  if (!found) throw new Error(`the policy has no relation ${relation}`);
  return found;
};

/** The API with a fault in one rule of the policy. */
async function withRule<T>(relation: string, change: Partial<AccessRule>, act: () => Promise<T>): Promise<T> {
  const rule = ruleOf(relation);
  const right = { ...rule };
  Object.assign(rule, change);
  try {
    return await act();
  } finally {
    Object.assign(rule, right);
  }
}

describe('notes and messages', () => {
  it('are read and written by random people in random cases as the oracle says', async () => {
    const { triples, wrong, yes } = await disagreements(people, cases);
    console.info(`conversation: ${triples} triples of person, case and action held against the oracle`);
    expect(wrong).toEqual([]);
    expect(triples).toBeGreaterThanOrEqual(1_000);
    for (const question of QUESTIONS) expect([question, (yes.get(question) ?? 0) > 0]).toEqual([question, true]);
    expect(cases.some(({ state }) => state.closedAt !== undefined)).toBe(true);
  }, 300_000);

  it('would be caught if an entrepreneur saw, and wrote, what is internal', async () => {
    const { wrong } = await withRule('entrepreneur', { reads: ['shared', 'internal'] }, () =>
      disagreements(outsiders(), cases.slice(0, 6)),
    );
    expect(wrong).toEqual(expect.arrayContaining([expect.stringMatching(/internalRows.*false$/)]));
    expect(wrong).toEqual(expect.arrayContaining([expect.stringMatching(/writeNote.*false$/)]));
  }, 60_000);

  it('would be caught if one entrepreneur saw what belongs to another', async () => {
    const all = cases.flatMap(({ state }) => (state.organisation === null ? [] : [`org:${state.organisation}`]));
    const { wrong } = await withRule('entrepreneur', { caseTokens: () => all }, () =>
      disagreements(outsiders(), cases.slice(0, 6)),
    );
    expect(wrong).toEqual(expect.arrayContaining([expect.stringMatching(/sharedRows.*false$/)]));
  }, 60_000);

  it('would be caught if an invited partner were taken for the municipality', async () => {
    const { wrong } = await withRule('partner', { reads: ['shared', 'internal'] }, () =>
      disagreements(outsiders(), cases),
    );
    expect(wrong).toEqual(expect.arrayContaining([expect.stringMatching(/writeMessage.*false$/)]));
  }, 60_000);

  it('would be caught if what is internal were stored as shared', async () => {
    await api.dataSource.query("UPDATE note SET visibility = 'SHARED' WHERE body = 'INTERNAL'");
    const { wrong } = await disagreements(outsiders(), cases.slice(0, 6));
    expect(wrong).toEqual(expect.arrayContaining([expect.stringMatching(/internalRows.*false$/)]));
  }, 60_000);
});
