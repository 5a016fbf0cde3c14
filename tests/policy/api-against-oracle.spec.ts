import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseView } from '#contracts/http/cases/case.js';
import { textKeysIn } from '#contracts/http/shared/private-texts.js';
import { addMillis } from '#domain/time.js';
import { importCase } from '#store/cases/import-case.js';
import { TextTable } from '#store/cases/texts/text-table.js';
import { insertMissing, insertRows } from '#store/db/write-rows.js';
import { AbsenceTable } from '#store/people/absence-table.js';
import { OrganisationTable } from '#store/organisations/organisation-table.js';
import { RoleGrantTable } from '#store/people/role-grant-table.js';
import { RepresentativeTable } from '#store/organisations/representative-table.js';
import { startTestApi } from '#support/test-api.js';
import type { Agent, TestApi } from '#support/test-api.js';
import { ORACLE } from './oracle.js';
import type { Question, OraclePerson } from './oracle.js';
import { PERSON_IDS, randomCase, seededRandom, randomPerson } from './random-cases.js';
import type { RandomCase } from './random-cases.js';

/** Commands for which the policy alone decides whether they are offered. */
const OFFERED = [
  'nameDeputy',
  'changeContact',
  'suspend',
  'extend',
  'withdraw',
  'complete',
  'addParty',
  'assignOwner',
] as const;
/** For each aspect the fact and the field whose text shows whether it is visible. */
const ASPECT_SHOWN_BY = {
  shared: ['informationRequested', 'what'],
  internal: ['contactMade', 'note'],
  impartiality: ['impartialityDeclared', 'impartial'],
  tender: ['routeMemoApproved', 'memo'],
} as const;

let api: TestApi;
let cases: readonly RandomCase[];
let people: readonly OraclePerson[];
beforeAll(async () => {
  const random = seededRandom(4711);
  cases = Array.from({ length: 12 }, (_, n) => randomCase(n + 1, random));
  people = oneSubstituteEach(PERSON_IDS.map((id) => randomPerson(id, cases, random)).filter(() => random(2) === 0));
  const last = cases.map(({ events }) => events.at(-1)?.recordedAt ?? '').reduce((a, b) => (a > b ? a : b));
  api = await startTestApi({ temporal: 'down', at: addMillis(last, 60_000) });
  await writeToDatabase(last.slice(0, 10));
}, 180_000);
afterAll(() => api.close());

/** Removes substitutes so that nobody has two. */
function oneSubstituteEach(all: readonly OraclePerson[]): OraclePerson[] {
  const taken = new Set<string>();
  return all.map((who) => {
    const covers = who.substituteFor.filter((it) => it !== who.id && !taken.has(it));
    covers.forEach((it) => taken.add(it));
    return { ...who, substituteFor: covers };
  });
}

async function writeToDatabase(today: string): Promise<void> {
  const { manager } = api.dataSource;
  const from = '2020-01-01';
  const orgs = new Set(cases.flatMap(({ state }) => state.organisation ?? []));
  await insertRows(
    manager,
    OrganisationTable,
    [...orgs].map((id) => ({ id, number: null, name: `Virksomhet ${id.slice(-2)}` })),
  );
  for (const { state, events } of cases) {
    const keys = [...new Set(events.flatMap(({ data }) => textKeysIn(data)))];
    const words = keys.map((id) => ({ id, caseId: state.id, commandId: 'c', field: '/', body: `ord ${id}` }));
    await insertRows(manager, TextTable, words as never);
    await importCase(manager, events, 'import');
  }
  for (const { id, roles, substituteFor, represents } of people) {
    await insertMissing(
      manager,
      RoleGrantTable,
      roles.map((it) => ({ ...it, person: id, from, to: null })),
    );
    await insertRows(
      manager,
      AbsenceTable,
      substituteFor.map((person) => ({ person, from: today, to: null, substitute: id })),
    );
    const represented = represents.map((it) => {
      const isCase = !orgs.has(it);
      const organisation = isCase ? cases.find(({ state }) => state.id === it)?.state.organisation : it;
      return { person: id, organisation: organisation ?? '', caseId: isCase ? it : null, from, to: null };
    });
    for (const row of represented) await manager.insert(RepresentativeTable, { ...row, id: crypto.randomUUID() });
  }
}

interface TimelineEvent {
  readonly data: { readonly fact?: string; readonly data?: Readonly<Record<string, unknown>> };
}

/** The API's answers for one person and one case; aspects of which the case has no text are left out. */
async function answersOf(
  agent: Agent,
  { state, events }: RandomCase,
  listed: boolean,
): Promise<Map<Question, boolean>> {
  const path = `/api/v1/collaborations/${state.id}`;
  const answer = await agent.get(path);
  const isVisible = answer.status === 200;
  expect([state.number, answer.status]).toEqual([state.number, listed ? 200 : 404]);
  const answers = new Map<Question, boolean>([['read', isVisible]]);
  if (!isVisible) return answers;
  const { actions } = answer.body as CaseView;
  for (const type of OFFERED) answers.set(type, actions.find((it) => it.type === type)?.allowed ?? false);
  const { body } = await agent.get(`${path}/events`).expect(200);
  for (const [kind, [fact, field]] of Object.entries(ASPECT_SHOWN_BY)) {
    const last = events.findLast(({ type, data }) => type === 'factRegistered' && 'fact' in data && data.fact === fact);
    if (!last) continue;
    const shownEvent = (body as { items: (TimelineEvent & { seq: number })[] }).items.find(
      ({ seq }) => seq === last.seq,
    );
    answers.set(kind as Question, shownEvent?.data.data?.[field] !== undefined);
  }
  return answers;
}

describe('the API', () => {
  it('lists and answers for random people and random cases what the oracle says', async () => {
    const wrong: string[] = [];
    let triples = 0;
    for (const who of people) {
      const agent = await api.signInAs(who.id);
      const { body } = await agent.get('/api/v1/collaborations?limit=100').expect(200);
      const listed = new Set((body as { items: { id: string }[] }).items.map(({ id }) => id));
      for (const it of cases) {
        for (const [question, answer] of await answersOf(agent, it, listed.has(it.state.id))) {
          triples += 1;
          const right = ORACLE[question](who, it.state);
          if (answer !== right) wrong.push(`${who.id} ${question} ${it.state.number}: should be ${right}`);
        }
      }
    }
    console.info(`api: ${triples} triples of person, case and action held against the oracle`);
    expect(wrong).toEqual([]);
    expect(triples).toBeGreaterThanOrEqual(2_000);
  }, 300_000);
});
