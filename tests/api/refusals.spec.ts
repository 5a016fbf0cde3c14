import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApi } from '#support/test-api.js';
import type { TestApi } from '#support/test-api.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
}, 120_000);
afterAll(() => api.close());

const refusals = () =>
  api.dataSource.query(`SELECT by, subject, detail FROM audit_entry WHERE kind = 'refused' ORDER BY id`);

describe('the audit log', () => {
  it('has a line for what the rules refuse to somebody, without what was asked for', async () => {
    const staff = await api.signInAs('saksbehandler.helse');
    const opened = await staff
      .post('/api/v1/collaborations')
      .send({ title: 'Behov', description: 'Et behov' })
      .expect(201);
    const path = `/api/v1/collaborations/${opened.body.id}/commands`;
    const refused = await staff.post(path).send({ type: 'stop', reason: 'En hemmelig grunn' });
    expect(refused.status).toBe(403);
    expect(await refusals()).toEqual([
      {
        by: 'saksbehandler.helse',
        subject: null,
        detail: { code: refused.body.code, method: 'POST', route: '/api/v1/collaborations/:id/commands' },
      },
    ]);
  });

  it('has none for what is not there, nor for who is not signed in', async () => {
    const before = await refusals();
    const staff = await api.signInAs('saksbehandler.helse');
    await staff.get('/api/v1/collaborations/00000000-0000-4000-8000-000000000000').expect(404);
    await api.anonymous.get('/api/v1/me').expect(401);
    expect(await refusals()).toEqual(before);
  });
});
