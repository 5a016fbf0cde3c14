import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { startTestApi } from '#support/test-api.js';
import type { Agent, TestApi } from '#support/test-api.js';
import { audit } from '#store/audit/audit.js';

let api: TestApi;
let controller: Agent;

interface Entry {
  readonly id: string;
  readonly kind: string;
  readonly by: { readonly id: string; readonly name: string | null } | null;
  readonly subject: { readonly id: string; readonly name: string | null } | null;
  readonly collaboration: { readonly id: string; readonly number: string | null } | null;
  readonly detail: Readonly<Record<string, unknown>>;
}

beforeAll(async () => {
  api = await startTestApi({ temporal: 'down' });
  controller = await api.signInAs('controller');
}, 120_000);
afterAll(() => api.close());

const entries = async (query: string): Promise<readonly Entry[]> => {
  const { body } = await controller.get(`/api/v1/audit?${query}`).expect(200);
  return (body as { items: readonly Entry[] }).items;
};

const rowsIn = (text: string): readonly Readonly<Record<string, string>>[] =>
  parse(text, { bom: true, delimiter: ';', columns: true });

describe('the audit log', () => {
  it('is read by controller and admin, by nobody else', async () => {
    for (const user of ['saksbehandler.helse', 'kommunedirektor', 'personvern', 'entreprenor.01']) {
      const agent = await api.signInAs(user);
      for (const path of ['/api/v1/audit', '/api/v1/audit/export']) {
        const { body } = await agent.get(path).expect(403);
        expect(body.code).toBe('forbidden');
      }
    }
    await api.anonymous.get('/api/v1/audit').expect(401);
    await (await api.signInAs('admin')).get('/api/v1/audit').expect(200).expect('cache-control', 'no-store');
  });

  it('is listed newest first, page by page, with the names of today', async () => {
    for (const role of ['mentor', 'jurist', 'evaluator'])
      await audit(api.dataSource.manager, {
        kind: 'roleChanged',
        by: 'admin',
        subject: 'leder.helse',
        detail: { role },
      });
    const first = await controller.get('/api/v1/audit?kind=roleChanged&limit=2').expect(200);
    const second = await controller.get(`/api/v1/audit?kind=roleChanged&limit=2&cursor=${first.body.next}`).expect(200);
    const all = [...(first.body.items as Entry[]), ...(second.body.items as Entry[])];
    expect(all.map(({ detail }) => detail.role)).toEqual(['evaluator', 'jurist', 'mentor']);
    expect(second.body.next).toBeNull();
    expect(all[0]).toMatchObject({
      by: { id: 'admin', name: 'Administrator' },
      subject: { id: 'leder.helse', name: 'Leder, Helse og mestring' },
    });
  });

  it('is narrowed by day, by who did it, to whom, and in which case', async () => {
    await audit(api.dataSource.manager, { kind: 'unitChanged', by: 'jurist', subject: 'helse' });
    const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Oslo' }).format(new Date());
    expect(await entries(`by=jurist&subject=helse&kind=unitChanged&from=${day}&to=${day}`)).toHaveLength(1);
    expect(await entries('by=jurist&to=2020-01-01')).toEqual([]);
    expect(await entries('by=jurist&from=2100-12-31')).toEqual([]);
    expect(await entries('collaboration=00000000-0000-4000-8000-000000000001')).toEqual([]);
  });

  it.each([
    'kind=noSuchKind',
    'from=yesterday',
    'from=0000-01-01',
    'to=9999-12-31',
    'limit=101',
    'unknown=1',
    'collaboration=7',
    'cursor=x',
    `cursor=${Buffer.from('["","1 OR 1=1"]').toString('base64url')}`,
    `cursor=${Buffer.from(`["","${'9'.repeat(30)}"]`).toString('base64url')}`,
  ])('refuses ?%s', async (query) => {
    const { body } = await controller.get(`/api/v1/audit?${query}`).expect(400);
    expect(body.code).toBe('malformed');
  });

  it.each(["UPDATE audit_entry SET kind = 'x'", 'DELETE FROM audit_entry', 'TRUNCATE audit_entry'])(
    'cannot be changed, not even by the owner of the table: %s',
    async (sql) => {
      await expect(api.dataSource.query(sql)).rejects.toThrow('audit_entry rows are written once');
    },
  );
});

describe('the log as CSV', () => {
  it('opens in Norwegian Excel, holds no formula, and is itself in the log', async () => {
    await audit(api.dataSource.manager, { kind: 'personChanged', by: 'admin', subject: '=HYPERLINK("x";"y")' });
    const answer = await controller.get('/api/v1/audit/export').expect(200).buffer(true);
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(answer.headers['content-disposition']).toBe('attachment; filename="revisjonslogg.csv"');
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.text.codePointAt(0)).toBe(0xfeff);
    const rows = rowsIn(answer.text);
    expect(rows.find((row) => row['Hendelse'] === 'personChanged')).toMatchObject({
      'Utført av': 'admin',
      Navn: 'Administrator',
      Gjelder: '\'=HYPERLINK("x";"y")',
    });
    expect(rows.at(-1)).toMatchObject({ Hendelse: 'auditExported', 'Utført av': 'controller' });
  });

  it('holds every line of a log of many pages once', async () => {
    await api.dataSource.query(
      `INSERT INTO audit_entry (id, kind, detail, at, mac)
       SELECT 1000000 + n, 'refused', '{}', '2030-06-01', '' FROM generate_series(1, 2500) n`,
    );
    const answer = await controller.get('/api/v1/audit/export?from=2030-06-01&to=2030-06-01').expect(200).buffer(true);
    const rows = rowsIn(answer.text);
    expect(new Set(rows.map((row) => row['Nr.'])).size).toBe(2500);
    expect(rows).toHaveLength(2500);
    expect((await entries('kind=auditExported'))[0]?.detail).toEqual({ from: '2030-06-01', to: '2030-06-01' });
  });
});

describe('a sensitive case', () => {
  it('logs every reading of it with the route, and who marked it', async () => {
    const staff = await api.signInAs('saksbehandler.helse');
    const { body: opened } = await staff
      .post('/api/v1/collaborations')
      .send({ title: 'Behov', description: 'Et behov' })
      .expect(201);
    const path = `/api/v1/collaborations/${opened.id}`;
    expect(opened.sensitive).toBe(false);
    await staff.get(path).expect(200);
    expect(await entries(`collaboration=${opened.id}`)).toEqual([]);

    await (await api.signInAs('personvern')).put(`${path}/sensitivity`).send({ sensitive: true }).expect(200);
    await (await api.signInAs('leder.helse')).put(`${path}/sensitivity`).send({ sensitive: true }).expect(200);
    expect((await staff.get(path).expect(200)).body.sensitive).toBe(true);
    await staff.get(`${path}/events`).expect(200);
    await staff.get(`${path}/deadlines`).expect(200);
    const logged = (await entries(`collaboration=${opened.id}`)).map(({ kind, by, detail }) => ({
      kind,
      by: by?.id,
      ...detail,
    }));
    const read = (by: string, route: string) => ({ kind: 'sensitiveRead', by, route });
    expect([...logged].reverse()).toEqual([
      { kind: 'sensitivityChanged', by: 'personvern', sensitive: true },
      read('leder.helse', 'PUT /api/v1/collaborations/:id/sensitivity'),
      read('saksbehandler.helse', 'GET /api/v1/collaborations/:id'),
      read('saksbehandler.helse', 'GET /api/v1/collaborations/:id/events'),
      read('saksbehandler.helse', 'GET /api/v1/collaborations/:id/deadlines'),
    ]);
    expect((await entries(`collaboration=${opened.id}`))[0]?.collaboration?.number).toBe(opened.number);

    await staff.put(`${path}/sensitivity`).send({ sensitive: false }).expect(200);
    expect((await staff.get(path)).body.sensitive).toBe(false);
  });

  it('is marked by its owner, the manager of its unit, personvern and admin', async () => {
    const staff = await api.signInAs('saksbehandler.helse');
    const { body } = await staff.post('/api/v1/collaborations').send({ title: 'B', description: 'B' }).expect(201);
    const path = `/api/v1/collaborations/${body.id}/sensitivity`;
    for (const user of ['saksbehandler2.helse', 'controller', 'jurist'])
      await (await api.signInAs(user)).put(path).send({ sensitive: true }).expect(403);
    await (await api.signInAs('saksbehandler.nav')).put(path).send({ sensitive: true }).expect(404);
    for (const user of ['leder.helse', 'kommunalsjef.velferd', 'admin'])
      await (await api.signInAs(user)).put(path).send({ sensitive: true }).expect(200);
    await staff.put(path).send({ sensitive: 'yes' }).expect(400);
    await staff.put(path).send({ sensitive: true, why: 'x' }).expect(400);
    await staff.put(`${path}?x=1`).send({ sensitive: true }).expect(400);
  });
});
