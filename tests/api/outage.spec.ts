import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { forgetRateLimits } from '#support/forget-rate-limits.js';
import { enquiryBody, startTestApi } from '#support/test-api.js';
import type { TestApi } from '#support/test-api.js';

describe('while Temporal is down', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi({ temporal: 'down' });
  }, 60_000);
  afterAll(() => api.close());

  it('an enquiry is taken in, with its promised date', async () => {
    const { body } = await api.anonymous.post('/api/v1/enquiries').send(enquiryBody).expect(201);
    expect(body.replyBy).toBe('2027-02-03');
    const manager = await api.signInAs('leder.helse');
    const read = await manager.get(`/api/v1/collaborations/${body.id}`).expect(200);
    expect(read.body.deadlines.length).toBeGreaterThan(3);
  });

  it('a command is 503 unavailable with Retry-After and its key: nothing has happened', async () => {
    const staff = await api.signInAs('saksbehandler.helse');
    const opened = await staff
      .post('/api/v1/collaborations')
      .send({ title: 'Behov', description: 'Et behov' })
      .expect(201);
    const path = `/api/v1/collaborations/${opened.body.id}`;
    const answer = await staff.post(`${path}/commands`).send({ type: 'nameDeputy', deputy: 'leder.helse' });
    expect(answer.status).toBe(503);
    expect(answer.body).toMatchObject({ code: 'unavailable', idempotencyKey: expect.any(String) });
    expect(answer.headers['retry-after']).toBeDefined();
  });

  it('the process is live, not ready, and says what is down', async () => {
    await api.anonymous.get('/api/v1/health/live').expect(200);
    const { body } = await api.anonymous.get('/api/v1/health/ready').expect(503);
    expect(body).toMatchObject({
      status: 'not-ready',
      checks: { temporal: { status: 'down' }, postgres: { status: 'ok' }, clock: { status: 'ok' } },
    });
  });

  it('a case that contradicts its history degrades readiness, and is not what makes it fail', async () => {
    await api.dataSource.query(
      `INSERT INTO diverged (case_id, seq, seen_hash, stored_hash) VALUES (gen_random_uuid(), 2, 'a', 'b')`,
    );
    const { body } = await api.anonymous.get('/api/v1/health/ready').expect(503);
    expect(body.checks.history).toMatchObject({ status: 'degraded', detail: expect.stringContaining('verify') });
    await api.dataSource.query('DELETE FROM diverged');
  });

  it('the public form takes 30 a minute from one address, then says how long to wait', async () => {
    await forgetRateLimits(api);
    const answers = [];
    for (let sent = 0; sent < 31; sent += 1)
      answers.push(await api.anonymous.post('/api/v1/enquiries').send(enquiryBody));
    const [slow] = answers.filter(({ status }) => status !== 201);
    expect(slow?.status).toBe(429);
    expect(slow?.body.code).toBe('slow-down');
    expect(Number(slow?.headers['retry-after'])).toBeGreaterThan(0);
  });
});

describe('before the installation is ready', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi({ temporal: 'down', ready: false });
  }, 60_000);
  afterAll(() => api.close());

  it('domain time stands still, readiness says why, and nothing is written', async () => {
    const { body } = await api.anonymous.get('/api/v1/clock').expect(200);
    expect(body).toEqual({ now: '2027-02-01T08:00:00.000Z', speed: 1, demonstration: true });
    const ready = await api.anonymous.get('/api/v1/health/ready').expect(503);
    expect(ready.body.checks.clock.status).toBe('down');
    const refused = await api.anonymous.post('/api/v1/enquiries').send(enquiryBody).expect(503);
    expect(refused.body.code).toBe('unavailable');
  });
});
