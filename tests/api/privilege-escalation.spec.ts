import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { registerToken } from '#store/access/api-tokens.js';
import { enquiryBody, startTestApi } from '#support/test-api.js';
import type { Agent, TestApi } from '#support/test-api.js';
import { auditEntriesOf } from '#support/audit-entries.js';
import { expectRefusal } from '#support/expect-refusal.js';

/** Attempts to reach more than one's own cases, each of which is refused. */
let api: TestApi;
let admin: Agent;
beforeAll(async () => {
  api = await startTestApi({ temporal: 'down' });
  admin = await api.signInAs('admin');
}, 120_000);
afterAll(() => api.close());

let n = 0;
async function sendEnquiry(
  number: string,
  area: string,
): Promise<{ id: string; organisation: string; contact: string }> {
  const contact = { name: 'Åse Ødegård', email: `kontakt${(n += 1)}@havgap.example` };
  const body = { ...enquiryBody, organisation: { name: 'Havgap AS', number }, contact, area };
  const { id } = (await api.anonymous.post('/api/v1/enquiries').send(body).expect(201)).body as { id: string };
  const [row] = await api.dataSource.query<{ id: string; organisation: string }[]>(
    'SELECT id, organisation FROM representative WHERE case_id = $1',
    [id],
  );
  if (!row) throw new Error('nobody speaks in the case');
  return { id, organisation: row.organisation, contact: row.id };
}

const contactsOf = (organisation: string) => `/api/v1/organisations/${organisation}/contacts`;
const myContactBody = () => ({ name: 'Meg selv', email: `meg${(n += 1)}@privat.example` });

describe('who speaks for an organisation', () => {
  it('is in one case decided by those who work on it, not by everybody who can read it', async () => {
    const { id, organisation, contact } = await sendEnquiry('310400319', 'helse-og-mestring');
    for (const user of ['evaluator', 'controller', 'gevinstansvarlig', 'innkjoper', 'personvern']) {
      const agent = await api.signInAs(user);
      await agent.get(`/api/v1/collaborations/${id}`).expect(200);
      await agent.get(contactsOf(organisation)).query({ collaboration: id }).expect(200);
      const inCase = { ...myContactBody(), collaboration: id };
      expectRefusal(await agent.post(contactsOf(organisation)).send(inCase), 403, 'forbidden');
      expectRefusal(
        await agent.post(contactsOf(organisation)).send({ ...myContactBody(), replaces: contact }),
        403,
        'forbidden',
      );
      expectRefusal(await agent.delete(`${contactsOf(organisation)}/${contact}`), 403, 'forbidden');
      expectRefusal(await agent.post(`${contactsOf(organisation)}/${contact}/link`), 403, 'forbidden');
    }
    for (const user of ['mottak', 'saksbehandler.helse', 'leder.helse', 'kommunalsjef.velferd', 'admin']) {
      const agent = await api.signInAs(user);
      await agent
        .post(contactsOf(organisation))
        .send({ ...myContactBody(), collaboration: id })
        .expect(201);
    }
  });
});

describe('ending somebody’s work', () => {
  it('is an administrator’s when they have roles that the leader could not take from them', async () => {
    const leader = await api.signInAs('leder.stab');
    for (const above of ['kommunedirektor', 'controller', 'admin', 'jurist']) {
      const answer = await leader.post(`/api/v1/people/${above}/departure`).send({ to: 'leder.stab', dryRun: true });
      expectRefusal(answer, 403, 'forbidden');
    }
    const own = { to: 'leder.stab', dryRun: true };
    await leader.post('/api/v1/people/saksbehandler.stab/departure').send(own).expect(200);
    await admin.post('/api/v1/people/controller/departure').send(own).expect(200);
  });

  it('and their e-mail are the leader’s once such a role is over, not a day before', async () => {
    const leader = await api.signInAs('leder.stab');
    const person = '/api/v1/people/saksbehandler.stab';
    const email = () => leader.patch(person).set('If-Match', '*').send(myContactBody());
    const depart = () => leader.post(`${person}/departure`).send({ to: 'leder.stab', dryRun: true });
    const heldUntil = (to: string) =>
      api.dataSource.query(
        `INSERT INTO role_grant (person, role, unit, from_on, to_on) VALUES ('saksbehandler.stab', 'jurist', 'stab', '2026-01-01', $1)
         ON CONFLICT (person, role, unit, from_on) DO UPDATE SET to_on = excluded.to_on`,
        [to],
      );
    await heldUntil('2027-02-01');
    expectRefusal(await depart(), 403, 'forbidden');
    expectRefusal(await email(), 403, 'forbidden');
    await heldUntil('2027-01-31');
    await depart().expect(200);
    await email().expect(200);
  });

  it('logs each token that ends with it', async () => {
    const id = crypto.randomUUID();
    const person = 'saksbehandler.hjemme';
    const expiresAt = new Date(Date.now() + 60_000);
    await registerToken(api.dataSource.manager, { id, name: 'fagsystem', person, scopes: ['read'], expiresAt });
    await admin.post(`/api/v1/people/${person}/departure`).send({ to: 'driftsansvarlig.hjemme' }).expect(200);
    const [, revoked] = await auditEntriesOf(api.dataSource, 'tokenChanged', person);
    expect(revoked).toEqual({ by: 'admin', detail: { did: 'revoked', token: id } });
  });
});

describe('a case that is not one’s own', () => {
  it('does not exist, and having asked for it is logged', async () => {
    const { id } = await sendEnquiry('310400327', 'helse-og-mestring');
    const kultur = await api.signInAs('saksbehandler.kultur');
    await kultur.get(`/api/v1/collaborations/${id}`).expect(404);
    await kultur.post(`/api/v1/collaborations/${id}/commands`).send({ type: 'resume' }).expect(404);
    await kultur.get(`/api/v1/collaborations/${crypto.randomUUID()}`).expect(404);
    const logged = await api.dataSource.query<object[]>(
      `SELECT by, case_id, detail FROM audit_entry WHERE kind = 'refused' AND by = 'saksbehandler.kultur' ORDER BY id`,
    );
    const path = '/api/v1/collaborations/:id';
    expect(logged).toEqual([
      { by: 'saksbehandler.kultur', case_id: id, detail: { code: 'not-found', route: `GET ${path}` } },
      { by: 'saksbehandler.kultur', case_id: id, detail: { code: 'not-found', route: `POST ${path}/commands` } },
    ]);
  });
});
