import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseView } from '#contracts/http/cases/case.js';
import { startTestApi } from '#support/test-api.js';
import type { Agent, TestApi } from '#support/test-api.js';

/** Lists and details must show outsiders no more than the case itself does. */
let api: TestApi;
let admin: Agent;
beforeAll(async () => {
  api = await startTestApi({ temporal: 'down', seed: 'demo', at: '2027-02-01T08:00:00.000Z' });
  admin = await api.signInAs('admin');
}, 180_000);
afterAll(() => api.close());

interface Row {
  readonly id: string;
  readonly number: string;
  readonly owner: { readonly id: string };
}

const query = <T = unknown>(sql: string, ...values: unknown[]) => api.dataSource.query<T[]>(sql, values);

/** The case that an entrepreneur of the demonstration sees. */
async function caseOf(entrepreneur: string): Promise<string> {
  const agent = await api.signInAs(entrepreneur);
  const { items } = (await agent.get('/api/v1/collaborations').expect(200)).body as { items: Row[] };
  expect(items).toHaveLength(1);
  return items[0]?.id ?? '';
}

/** Writes the party into the view, as `addParty` would. */
const addPartyToView = (id: string, person: string, role: string) =>
  query(
    `INSERT INTO party (case_id, n, person, role, from_on)
     SELECT $1, count(*), $2, $3, '2027-01-01' FROM party WHERE case_id = $1`,
    id,
    person,
    role,
  );

const listedNumbers = async (agent: Agent, path: string): Promise<string[]> => {
  const { items } = (await agent.get(path).expect(200)).body as { items: { number?: string }[] };
  return items.map(({ number }) => number ?? '');
};

describe('that a case stands still or hangs on one person', () => {
  it('is not found out by asking for such cases', async () => {
    const id = await caseOf('entreprenor.07');
    const { number, stuck } = (await admin.get(`/api/v1/collaborations/${id}`).expect(200)).body;
    expect(stuck.is).toBe(true);
    const agent = await api.signInAs('entreprenor.07');
    expect(await listedNumbers(agent, '/api/v1/collaborations?stuck=true')).toEqual([]);
    expect(await listedNumbers(agent, '/api/v1/collaborations?stuck=false')).toEqual([number]);
    expect(await listedNumbers(await api.signInAs('admin'), '/api/v1/collaborations?stuck=true')).toContain(number);
    const risky = await listedNumbers(admin, '/api/v1/collaborations?risk=true&limit=100');
    expect(risky.length).toBeGreaterThan(0);
    for (let n = 1; n <= 16; n += 1) {
      const outside = await api.signInAs(`entreprenor.${String(n).padStart(2, '0')}`);
      expect(await listedNumbers(outside, '/api/v1/collaborations?risk=true')).toEqual([]);
      expect(await listedNumbers(outside, '/api/v1/collaborations?risk=false')).toHaveLength(1);
      expect((await outside.get('/api/v1/handovers?stuck=true').expect(200)).body.items).toEqual([]);
    }
  });
});

describe('those invited from outside', () => {
  it('see no letter to the entrepreneur; who speaks for it does', async () => {
    const id = await caseOf('entreprenor.09');
    await addPartyToView(id, 'radgiver.ekstern', 'radgiver');
    const own = await api.signInAs('entreprenor.09');
    await query(
      `INSERT INTO outbox_message (id, case_id, seq, kind, slot, template, language, due_at, not_before, status)
       VALUES (gen_random_uuid(), $1, 1, 'contactChanged', 'entrepreneur', 'contactChanged', 'nb', now(), now(), 'WAITING')`,
      id,
    );
    expect((await own.get('/api/v1/letters').expect(200)).body.items).not.toEqual([]);
    const adviser = await api.signInAs('radgiver.ekstern');
    await adviser.get(`/api/v1/collaborations/${id}`).expect(200);
    expect((await adviser.get('/api/v1/letters').expect(200)).body.items).toEqual([]);
  });

  it('are not told why a date was moved, nor the contact’s name, when words are not for them', async () => {
    const id = await caseOf('entreprenor.08');
    await query(`UPDATE enquiry SET contact_name = 'Ærlend Navnløs' WHERE id = $1`, id);
    const key = 'text:00000000-0000-4000-8000-00000000beef';
    await query(
      `INSERT INTO text (id, case_id, command_id, field, body, attached_at) VALUES ($1, $2, 'c', '/reason', '"Syk saksbehandler"', now())`,
      key,
      id,
    );
    const moved = [{ from: '2027-02-01', to: '2027-02-08', by: 'leder.helse', reason: key }];
    const rung = { rung: 'x', at: '2027-01-01T08:00:00.000Z', to: ['entrepreneur'], does: 'remind' };
    const rungs = [{ ...rung, done: { recordedAt: '2027-01-01T08:00:00.000Z', send: true, to: ['entrepreneur'] } }];
    await query(
      `UPDATE collaboration SET entrepreneur = NULL,
         body = jsonb_set(jsonb_set(jsonb_set(body, '{entrepreneur}', 'null'), '{deadlines,0,moved}', $2), '{deadlines,0,rungs}', $3)
       WHERE id = $1`,
      id,
      JSON.stringify(moved),
      JSON.stringify(rungs),
    );
    await addPartyToView(id, 'henviser', 'henviser');
    const told = async (agent: Agent) => {
      const view = (await agent.get(`/api/v1/collaborations/${id}`).expect(200)).text;
      const list = await agent.get(`/api/v1/collaborations/${id}/deadlines`).expect(200);
      const [first] = list.body.items as { id: string }[];
      const why = await agent.get(`/api/v1/collaborations/${id}/deadlines/${first?.id}/why`).expect(200);
      return [view, list.text, why.text].join('\n');
    };
    const inside = await told(admin);
    expect(inside).toContain('Syk saksbehandler');
    expect(inside).toContain('Ærlend Navnløs');
    const referrer = await told(await api.signInAs('henviser'));
    expect(referrer).not.toContain('Syk saksbehandler');
    expect(referrer).not.toContain('Ærlend Navnløs');
  });

  it('are not shown what the entrepreneur described, when words are not for them', async () => {
    const id = await caseOf('entreprenor.10');
    await addPartyToView(id, 'henviser', 'henviser');
    const descriptionFor = async (agent: Agent): Promise<unknown> =>
      (await agent.get(`/api/v1/collaborations/${id}`).expect(200)).body.description;
    expect(await descriptionFor(admin)).toEqual(expect.stringMatching(/\S/));
    expect(await descriptionFor(await api.signInAs('henviser'))).toBeNull();
  });

  it('cannot find out who works here by filtering', async () => {
    const agent = await api.signInAs('entreprenor.09');
    const known = await agent.get('/api/v1/collaborations?owner=leder.helse');
    const unknown = await agent.get('/api/v1/collaborations?owner=ingen');
    expect([known.status, known.body.items]).toEqual([unknown.status, unknown.body.items]);
  });
});

describe('a sensitive case', () => {
  it('shows no words in a list, which is not logged', async () => {
    const words = (body: object) =>
      JSON.stringify((body as { items: { gaps: string[] }[] }).items.flatMap((it) => it.gaps));
    const { body } = await admin.get('/api/v1/handovers?limit=100').expect(200);
    const row = (body.items as { gaps: string[]; collaboration: Row }[]).find(({ gaps }) => gaps.length > 0);
    expect(row).toBeDefined();
    const { id } = row?.collaboration ?? { id: '' };
    await admin.put(`/api/v1/collaborations/${id}/sensitivity`).send({ sensitive: true }).expect(200);
    const after = (await admin.get('/api/v1/handovers?limit=100').expect(200)).body;
    const same = (after.items as { collaboration: Row }[]).filter(({ collaboration }) => collaboration.id === id);
    expect(same.length).toBeGreaterThan(0);
    for (const gap of row?.gaps ?? []) expect(words({ items: same })).not.toContain(gap);
  });
});

describe('whoever speaks for the entrepreneur', () => {
  it('sees no checklist, route, or deadline that neither binds it nor was promised to it', async () => {
    for (let n = 1; n <= 16; n += 1) {
      const entrepreneur = `entreprenor.${String(n).padStart(2, '0')}`;
      const path = `/api/v1/collaborations/${await caseOf(entrepreneur)}`;
      const inside = (await admin.get(path).expect(200)).body as CaseView;
      const agent = await api.signInAs(entrepreneur);
      const seen = (await agent.get(path).expect(200)).body as CaseView;
      expect(inside.checklist.length).toBeGreaterThan(0);
      expect([seen.checklist, seen.route, seen.gate.blockers, seen.gate.decision?.route]).toEqual([
        [],
        null,
        [],
        undefined,
      ]);
      const shared = (deadlines: CaseView['deadlines']) => deadlines.filter((it) => it.shared).map(({ id }) => id);
      expect(seen.deadlines.map(({ id }) => id)).toEqual(shared(inside.deadlines));
      const listed = async (who: Agent) =>
        ((await who.get(`${path}/deadlines`).expect(200)).body as { items: CaseView['deadlines'] }).items;
      const all = await listed(admin);
      expect((await listed(agent)).map(({ id }) => id)).toEqual(shared(all));
      const internal = all.find((it) => !it.shared)?.id ?? '';
      await admin.get(`${path}/deadlines/${internal}/why`).expect(200);
      await agent.get(`${path}/deadlines/${internal}/why`).expect(404);
    }
  });

  it('sees of the history what is shared, of the steps on those they can take, and no question between units', async () => {
    const shown: unknown[] = [];
    const wrong: unknown[] = [];
    for (let n = 1; n <= 16; n += 1) {
      const user = `entreprenor.${String(n).padStart(2, '0')}`;
      const agent = await api.signInAs(user);
      const { items } = (await agent.get('/api/v1/collaborations').expect(200)).body as { items: Row[] };
      for (const { id } of items) {
        const view = (await agent.get(`/api/v1/collaborations/${id}`).expect(200)).body;
        const events = (await agent.get(`/api/v1/collaborations/${id}/events`).expect(200)).body.items as {
          shared: boolean;
          by: string | null;
          data: { deadline?: { rungs?: unknown[] } };
        }[];
        wrong.push(...events.filter(({ data }) => (data.deadline?.rungs ?? []).length > 0));
        shown.push(...events);
        wrong.push(...events.filter(({ shared, by }) => !shared && by !== user), ...view.questions);
        const steps = view.next as { by: { user: string }[] }[];
        wrong.push(...steps.filter(({ by }) => !by.some((it) => it.user === user)));
      }
    }
    expect(wrong).toEqual([]);
    expect(shown.length).toBeGreaterThan(100);
  });
});
