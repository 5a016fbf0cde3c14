import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { POLICY } from '#domain/policy/access-policy.js';
import type { AccessRule } from '#domain/policy/access-policy.js';
import type { Agent, TestApi } from '#support/test-api.js';
import { ASKED_QUESTIONS, RIGHT, askLists, askOne } from './asked-over-http.js';
import type { Answered, AskedQuestion, WordsQuestion } from './asked-over-http.js';
import { writePapers } from './case-papers.js';
import type { OraclePerson } from './oracle.js';
import type { RandomCase } from './random-cases.js';
import { startRandomWorld } from './random-world.js';

/**
 * Who reads and writes notes, messages, documents and what handovers have attached, over HTTP, held against the oracle. The
 * lists are asked by everybody of every case; of the rest each pair of person and case is asked some, in turn.
 */
const EACH_PAIR = 2;
/** How many people ask at the same time. */
const AT_ONCE = 4;

let api: TestApi;
let cases: readonly RandomCase[];
let people: readonly OraclePerson[];
const agents = new Map<string, Agent>();
beforeAll(async () => {
  ({ api, cases, people } = await startRandomWorld(1016));
  await writePapers(api, cases);
  await Promise.all(people.map(async ({ id }) => agents.set(id, await api.signInAs(id))));
}, 180_000);
afterAll(() => api.close());

interface Found {
  readonly triples: number;
  readonly wrong: readonly string[];
  readonly yes: ReadonlySet<WordsQuestion>;
}

/** @param questions  of one pair of person and case, by the number of the pair. */
async function disagreements(
  who: readonly OraclePerson[],
  about: readonly RandomCase[],
  questions: (pair: number) => readonly AskedQuestion[],
  lists = true,
): Promise<Found> {
  const wrong: string[] = [];
  const yes = new Set<WordsQuestion>();
  let triples = 0;
  const check = (person: OraclePerson, { state }: RandomCase, { question, of, answer }: Answered): void => {
    triples += 1;
    const right = RIGHT[question](person, state);
    if (right) yes.add(question);
    if (answer !== right) wrong.push(`${person.id} ${question} ${of} ${state.number}: should be ${right}`);
  };
  const left = [...who.entries()];
  const askForOneAfterTheOther = async (): Promise<void> => {
    for (let next = left.shift(); next; next = left.shift()) {
      const [place, person] = next;
      const agent = agents.get(person.id) as Agent;
      for (const [index, it] of about.entries()) {
        for (const answered of lists ? await askLists(agent, it.state) : []) check(person, it, answered);
        for (const question of questions(place * about.length + index))
          check(person, it, await askOne(question, agent, it.state));
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, askForOneAfterTheOther));
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

const caught = (what: RegExp) => expect.arrayContaining([expect.stringMatching(what)]);

describe('notes, messages, documents and attachments', () => {
  it('are read and written by random people in random cases as the oracle says', async () => {
    const inTurn = (pair: number): readonly AskedQuestion[] =>
      Array.from({ length: EACH_PAIR }, (_, n) => {
        const at = (pair * EACH_PAIR + n + Math.floor(pair / cases.length)) % ASKED_QUESTIONS.length;
        return ASKED_QUESTIONS[at] as AskedQuestion;
      });
    const { triples, wrong, yes } = await disagreements(people, cases, inTurn);
    console.info(`words and papers: ${triples} triples of person, case and question held against the oracle`);
    expect(wrong).toEqual([]);
    expect(triples).toBeGreaterThanOrEqual(5_000);
    const asked: readonly WordsQuestion[] = [...ASKED_QUESTIONS, 'internalRows', 'sharedRows', 'internalDocument'];
    for (const question of asked)
      expect([question, yes.has(question)]).toEqual([question, question !== 'contentOfWithdrawn']);
    expect(cases.some(({ state }) => state.closedAt !== undefined)).toBe(true);
  }, 300_000);

  it('would be caught if an entrepreneur saw, and wrote, what is internal', async () => {
    const { wrong } = await withRule('entrepreneur', { reads: ['shared', 'internal'] }, () =>
      disagreements(outsiders(), cases.slice(0, 3), () => ['writeNote', 'contentOfInternal']),
    );
    for (const what of ['internalRows', 'internalDocument', 'contentOfInternal', 'writeNote'])
      expect(wrong).toEqual(caught(new RegExp(`${what}.*false$`)));
  }, 60_000);

  it('would be caught if one entrepreneur saw what belongs to another', async () => {
    const all = cases.flatMap(({ state }) => (state.organisation === null ? [] : [`org:${state.organisation}`]));
    const { wrong } = await withRule('entrepreneur', { caseTokens: () => all }, () =>
      disagreements(outsiders(), cases.slice(0, 3), () => []),
    );
    for (const what of ['sharedRows', 'sharedDocument']) expect(wrong).toEqual(caught(new RegExp(`${what}.*false$`)));
  }, 60_000);

  it('would be caught if an invited partner were taken for the municipality', async () => {
    const partners = people.filter(({ invitations }) => invitations.some(({ role }) => role === 'utviklingspartner'));
    const { wrong } = await withRule('partner', { reads: ['shared', 'internal'] }, () =>
      disagreements(partners, cases, () => ['addDocument', 'contentOfInternal'], false),
    );
    for (const what of ['addDocument', 'contentOfInternal'])
      expect(wrong).toEqual(caught(new RegExp(`${what}.*false$`)));
  }, 60_000);

  it('would be caught if whoever may not read a draft saw what it will hand over', async () => {
    const drafted = cases.filter(({ state }) => state.handovers.some(({ sentAt }) => sentAt === undefined));
    const { wrong } = await withRule('unit', { reads: ['shared', 'internal', 'draft'] }, () =>
      disagreements(people, drafted, () => ['draftAttachments'], false),
    );
    expect(wrong).toEqual(caught(/draftAttachments.*false$/));
  }, 60_000);

  it('would be caught if what is internal were stored as shared, or what is withdrawn were served', async () => {
    await api.dataSource.query("UPDATE note SET visibility = 'SHARED' WHERE body = 'INTERNAL'");
    await api.dataSource.query(
      `UPDATE document SET visibility = 'SHARED', withdrawn_at = NULL, withdrawn_by = NULL, withdrawn_reason = NULL`,
    );
    const { wrong } = await disagreements(outsiders(), cases.slice(0, 3), () => ['contentOfWithdrawn']);
    for (const what of ['internalRows', 'internalDocument', 'contentOfWithdrawn'])
      expect(wrong).toEqual(caught(new RegExp(`${what}.*false$`)));
  }, 60_000);
});
