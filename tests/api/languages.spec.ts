import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApi } from '#support/test-api.js';
import type { Agent, TestApi } from '#support/test-api.js';

let api: TestApi;
let staff: Agent;
let path: string;

beforeAll(async () => {
  api = await startTestApi();
  staff = await api.signInAs('saksbehandler.helse');
  const opened = await staff.post('/api/v1/collaborations').send({ title: 'Behov', description: 'Et behov' });
  path = `/api/v1/collaborations/${opened.body.id}`;
  const reason = 'Ikke aktuelt lenger.';
  await staff.post(`${path}/commands`).send({ type: 'withdraw', reason }).expect(200);
}, 120_000);
afterAll(() => api.close());

const nameDeputy = (language?: string) =>
  staff
    .post(`${path}/commands`)
    .set(language === undefined ? {} : { 'Accept-Language': language })
    .send({ type: 'nameDeputy', deputy: 'leder.helse' });

describe('what is said to people', () => {
  it.each([
    [undefined, 'Saken er avsluttet.', 'Gjenåpne saken først.'],
    ['nb', 'Saken er avsluttet.', 'Gjenåpne saken først.'],
    ['nn;q=0.9, en;q=0.8', 'Saken er avsluttet.', 'Gjenåpne saken først.'],
    ['de', 'Saken er avsluttet.', 'Gjenåpne saken først.'],
    ['en', 'The case is closed.', 'Reopen the case first.'],
    ['en-GB,en;q=0.9,nb;q=0.5', 'The case is closed.', 'Reopen the case first.'],
  ])('in a refusal of the rules, asked for in %s, is %s', async (language, detail, text) => {
    expect((await nameDeputy(language).expect(409)).body).toMatchObject({
      code: 'already-closed',
      detail,
      unblock: { command: 'reopen', text },
    });
  });

  it('is the reason of an action in the same language', async () => {
    const { body } = await staff.get(path).set('Accept-Language', 'en').expect(200);
    expect(body.actions).toContainEqual({ type: 'nameDeputy', allowed: false, why: 'The case is closed.' });
    const norwegian = await staff.get(path).expect(200);
    expect(norwegian.body.actions).toContainEqual({ type: 'nameDeputy', allowed: false, why: 'Saken er avsluttet.' });
  });

  it.each([
    ['an unknown address', 'get', '/api/v1/nothing', 404, 'There is nothing at this address.'],
    ['an unknown case', 'get', `/api/v1/collaborations/${randomUUID()}`, 404, 'The case does not exist.'],
    ['a route for others', 'get', '/api/v1/audit', 403, /^Only .* may use this\.$/],
    ['a method', 'put', '/api/v1/collaborations', 405, 'The address does not take this method.'],
    ['a parameter', 'get', '/api/v1/collaborations?nope=1', 400, 'The request does not have the form it must have.'],
  ] as const)('is English about %s', async (_, method, url, status, detail) => {
    const answer = await staff[method](url).set('Accept-Language', 'en');
    expect({ status: answer.status, detail: answer.body.detail }).toEqual({
      status,
      detail: typeof detail === 'string' ? detail : expect.stringMatching(detail),
    });
  });

  it('is English to somebody who is not signed in, and in the lines of a report', async () => {
    const signedOut = await api.anonymous.get(path).set('Accept-Language', 'en');
    expect(signedOut.body.detail).toBe('You are not signed in.');
    const manager = await api.signInAs('leder.helse');
    const moves = await manager
      .post('/api/v1/collaborations/moves')
      .set({ 'Accept-Language': 'en', 'Idempotency-Key': randomUUID() })
      .send({ collaborations: [randomUUID()], to: 'leder.helse', dryRun: true });
    expect(moves.body.lines).toMatchObject([{ outcome: 'REFUSED', why: 'The case does not exist.' }]);
  });
});
