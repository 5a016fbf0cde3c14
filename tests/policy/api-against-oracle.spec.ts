import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseView } from '#contracts/http/cases/case.js';
import type { Agent, TestApi } from '#support/test-api.js';
import { ORACLE } from './oracle.js';
import type { Question, OraclePerson } from './oracle.js';
import type { RandomCase } from './random-cases.js';
import { startRandomWorld } from './random-world.js';

/** Commands for which the policy decides who may give them. */
const OFFERED = [
  'nameDeputy',
  'changeContact',
  'suspend',
  'extend',
  'withdraw',
  'complete',
  'addParty',
  'assignOwner',
  'requestInformation',
  'giveInformation',
  'acceptInformation',
  'returnInformation',
  'withdrawInformationRequest',
] as const;
/** How the API refuses a person; what the case refuses to everybody, and what it has nobody for, the policy does not decide. */
const REFUSED_TO_THE_PERSON = /^(Bare den som har saken, |Rollen din|Du kan lese)/;

/** For each aspect the fact and the field whose text shows whether it is visible; what is shared, what is asked for shows. */
const ASPECT_SHOWN_BY = {
  internal: ['contactMade', 'note'],
  impartiality: ['impartialityDeclared', 'impartial'],
  tender: ['routeMemoApproved', 'memo'],
  budget: ['budgetInputSent', 'amountNok'],
} as const;

let api: TestApi;
let cases: readonly RandomCase[];
let people: readonly OraclePerson[];
let awayTwice: readonly string[];
beforeAll(async () => ({ api, cases, people, awayTwice } = await startRandomWorld(4711)), 180_000);
afterAll(() => api.close());

interface TimelineEvent {
  readonly type: string;
  readonly data: {
    readonly what?: readonly unknown[];
    readonly fact?: string;
    readonly handover?: string;
    readonly data?: Readonly<Record<string, unknown>>;
  };
}

/** The API's answers for one person and one case; aspects of which the case has no text are left out. */
async function answersOf(
  agent: Agent,
  who: string,
  { state, events }: RandomCase,
  listed: boolean,
): Promise<Map<Question, boolean>> {
  const path = `/api/v1/collaborations/${state.id}`;
  const answer = await agent.get(path);
  const isVisible = answer.status === 200;
  expect([state.number, answer.status]).toEqual([state.number, listed ? 200 : 404]);
  const answers = new Map<Question, boolean>([['read', isVisible]]);
  if (!isVisible) return answers;
  const { actions, handover } = answer.body as CaseView;
  for (const type of OFFERED) {
    const action = actions.find((it) => it.type === type);
    if (action?.allowed) answers.set(type, true);
    else if (REFUSED_TO_THE_PERSON.test(action?.why ?? '')) answers.set(type, false);
  }
  const { body } = await agent.get(`${path}/events`).expect(200);
  const draft = state.handovers.findLast(({ sentAt }) => sentAt === undefined);
  if (draft) {
    const seen = handover?.id === draft.id;
    const { status } = await agent.get(`${path}/handovers/${draft.id}`);
    const told = (body as { items: TimelineEvent[] }).items.some(
      ({ type, data }) => type === 'handoverDrafted' && data.handover === draft.id,
    );
    expect([who, status, told]).toEqual([who, seen ? 200 : 404, seen]);
    answers.set('draft', seen);
  }
  const asked = (body as { items: TimelineEvent[] }).items.find(({ type }) => type === 'informationRequested');
  if (events.some(({ type }) => type === 'informationRequested'))
    answers.set('shared', (asked?.data.what ?? []).length > 0);
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
    for (const [place, who] of people.entries()) {
      const agent = await api.signInAs(who.id);
      const { body } = await agent.get('/api/v1/collaborations?limit=100').expect(200);
      const listed = new Set((body as { items: { id: string }[] }).items.map(({ id }) => id));
      // Every other case of each person: the answers are long, and there are triples enough.
      for (const it of cases.filter((_, n) => (n + place) % 2 === 0)) {
        for (const [question, answer] of await answersOf(agent, who.id, it, listed.has(it.state.id))) {
          triples += 1;
          const right = ORACLE[question](who, it.state);
          if (answer !== right) wrong.push(`${who.id} ${question} ${it.state.number}: should be ${right}`);
        }
      }
    }
    console.info(`api: ${triples} triples of person, case and action held against the oracle`);
    expect(wrong).toEqual([]);
    expect(triples).toBeGreaterThanOrEqual(1_500);
    // The substitute of a substitute was asked for too.
    expect(cases.filter(({ state }) => awayTwice.includes(state.owner)).length).toBeGreaterThan(0);
  }, 600_000);
});
