import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseView } from '#contracts/http/cases/case.js';
import { demoId } from '#infra/demo/demo-id.js';
import { startTestApi } from '#support/test-api.js';
import type { Agent, TestApi } from '#support/test-api.js';
import { PERSONAS } from './personas.js';
import type { AdminRoute, Persona } from './personas.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ temporal: 'down', at: '2027-02-01T08:00:00.000Z', seed: 'demo' });
}, 120_000);
afterAll(() => api.close());

const ids = new Map(Array.from({ length: 16 }, (_, n) => [demoId(String(n + 1).padStart(2, '0')), n + 1]));
const pathOf = (n: number): string => `/api/v1/collaborations/${demoId(String(n).padStart(2, '0'))}`;

async function visibleCaseNumbers(agent: Agent): Promise<number[]> {
  const { body } = await agent.get('/api/v1/collaborations?limit=100').expect(200);
  const { items } = body as { items: { id: string }[] };
  return items.flatMap(({ id }) => ids.get(id) ?? []).sort((a, b) => a - b);
}

interface TimelineEvent {
  readonly type: string;
  readonly data: {
    readonly fact?: string;
    readonly data?: Readonly<Record<string, unknown>>;
    readonly reason?: unknown;
  };
}

/** The aspects whose text the timeline of a case shows to somebody. */
async function visibleAspects(agent: Agent, n: number): Promise<string[]> {
  const { body } = await agent.get(`${pathOf(n)}/events`).expect(200);
  const events = (body as { items: TimelineEvent[] }).items;
  const dataOf = (...facts: string[]) =>
    events.filter(({ data }) => facts.includes(data.fact ?? '')).map(({ data }) => data.data ?? {});
  const hasText = (found: Readonly<Record<string, unknown>>[], ...fields: string[]) =>
    found.some((data) => fields.some((field) => data[field] !== undefined && data[field] !== null));
  const shown = {
    shared: hasText(dataOf('nextStepChosen'), 'reason'),
    internal: hasText(dataOf('contactMade', 'meetingHeld', 'fitAssessed', 'organisationChecked'), 'note'),
    impartiality: hasText(dataOf('impartialityDeclared'), 'impartial', 'note'),
    tender: hasText(dataOf('routeMemoApproved', 'tendersEvaluated', 'marketDialogueHeld'), 'memo', 'note'),
  };
  return Object.entries(shown).flatMap(([kind, is]) => (is ? [kind] : []));
}

const ROUTE_CALLS: Readonly<Record<AdminRoute, (agent: Agent) => Promise<{ status: number }>>> = {
  people: (agent) => agent.get('/api/v1/people?limit=5'),
  audit: (agent) => agent.get('/api/v1/audit?limit=5'),
  organisations: (agent) => agent.get('/api/v1/organisations?limit=5'),
  letters: (agent) => agent.get('/api/v1/letters?limit=5'),
  newPerson: (agent) => agent.post('/api/v1/people').send({ name: 'Ny saksbehandler', unit: 'helse', staff: true }),
  personalData: (agent) => agent.get('/api/v1/people/saksbehandler.helse/personal-data'),
  opening: (agent) => agent.post('/api/v1/collaborations').send({ title: 'Et behov', description: 'Ensomhet' }),
};

describe.each(Object.entries(PERSONAS))('the %s', (_name, persona: Persona) => {
  let agent: Agent;
  beforeAll(async () => {
    agent = await api.signInAs(persona.user);
  });

  it('finds the cases that are theirs in the list, and no others', async () => {
    const all = Array.from({ length: 16 }, (_, n) => n + 1);
    const expected = persona.visibleCases === 'all' ? all : persona.visibleCases;
    expect(await visibleCaseNumbers(agent)).toEqual(expected);
    for (const n of all) {
      for (const part of ['', '/events', '/deadlines']) {
        const { status } = await agent.get(`${pathOf(n)}${part}`);
        expect([n, part, status]).toEqual([n, part, expected.includes(n) ? 200 : 404]);
      }
    }
  });

  it('reads the words that are for them, and no others', async () => {
    if (!persona.visibleText) return expect(persona.visibleCases).toEqual([]);
    const { of, kinds } = persona.visibleText;
    const allAspects = await visibleAspects(await api.signInAs('kommunedirektor'), of);
    expect(await visibleAspects(agent, of)).toEqual(
      allAspects.filter((kind) => (kinds as readonly string[]).includes(kind)),
    );
  });

  it('is offered what they may do, and told why not the rest', async () => {
    for (const [wanted, list] of [
      [true, persona.allowed],
      [false, persona.refused],
    ] as const) {
      for (const [n, type] of list) {
        const { body } = await agent.get(pathOf(n)).expect(200);
        const { actions } = body as CaseView;
        const action = actions.find((it) => it.type === type);
        expect({ n, type, allowed: action?.allowed, why: action?.why }).toEqual({
          n,
          type,
          allowed: wanted,
          why: wanted ? undefined : expect.stringMatching(/\S/),
        });
      }
    }
  });

  it('goes through the doors that are open to them', async () => {
    for (const [route, status] of Object.entries(persona.statusByRoute)) {
      const answer = await ROUTE_CALLS[route as AdminRoute](agent);
      const normalizedStatus = answer.status === 201 ? 200 : answer.status;
      expect([route, normalizedStatus]).toEqual([route, status]);
    }
  });
});

describe('the case in procurement', () => {
  it('has words of every kind, so that keeping them back is seen', async () => {
    expect(await visibleAspects(await api.signInAs('kommunedirektor'), 9)).toEqual([
      'shared',
      'internal',
      'impartiality',
      'tender',
    ]);
  });

  it('shows an entrepreneur no reason why it stands still, no risk and no letter to anybody else', async () => {
    const agent = await api.signInAs('entreprenor.04');
    const { body } = await agent.get(pathOf(4)).expect(200);
    expect(body).toMatchObject({ stuck: { is: false, causes: [], warnings: [] }, risks: [] });
    const inside = await (await api.signInAs('leder.oppvekst')).get(pathOf(4)).expect(200);
    expect(inside.body).toMatchObject({ stuck: { is: true } });
    const { body: letters } = await agent.get('/api/v1/letters?limit=100').expect(200);
    expect((letters as { items: unknown[] }).items).toEqual([]);
  });
});
