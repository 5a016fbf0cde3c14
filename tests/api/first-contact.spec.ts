import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { enquiryBody, startTestApi } from '#support/test-api.js';
import type { TestApi } from '#support/test-api.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
}, 120_000);
afterAll(() => api.close());

describe('an enquiry', () => {
  it('is answered with a number, a named contact with a phone and a date two working days on', async () => {
    const { body } = await api.anonymous.post('/api/v1/enquiries').send(enquiryBody).expect(201);
    expect(body).toMatchObject({
      number: '2027-0001',
      replyBy: '2027-02-03',
      contact: { name: 'Førstelinje', phone: expect.stringMatching(/^\+47/) },
    });
    const status = await api.anonymous.get(new URL(body.statusUrl as string).pathname).expect(200);
    expect(status.body).toMatchObject({ number: '2027-0001', title: enquiryBody.title, waitingFor: 'MUNICIPALITY' });
  });

  it('gives the same answer to the same key, and refuses the key with another body', async () => {
    const send = (body: object) => api.anonymous.post('/api/v1/enquiries').set('Idempotency-Key', 'k1').send(body);
    const [first, second] = await Promise.all([send(enquiryBody), send(enquiryBody)]);
    expect(first.status).toBe(201);
    expect(second.body).toEqual(first.body);
    const other = await send({ ...enquiryBody, title: 'Noe annet' }).expect(422);
    expect(other.body.code).toBe('key-reused');
  });
});

describe('the status page', () => {
  it('names the case handler, tells the next step and each decision once it is told, and the letter goes with it', async () => {
    const { body: receipt } = await api.anonymous.post('/api/v1/enquiries').send(enquiryBody).expect(201);
    const page = async () => (await api.anonymous.get(new URL(receipt.statusUrl as string).pathname).expect(200)).body;
    expect(await page()).toMatchObject({ with: { handler: null }, nextStep: null, decisions: [] });
    const manager = await api.signInAs('leder.helse');
    const { legs } = (await manager.get(`/api/v1/collaborations/${receipt.id}`).expect(200)).body;
    expect((await page()).legs).toEqual(legs);
    expect(legs).toMatchObject([
      { phase: 'FIRST_CONTACT', state: 'NOW' },
      ...Array<object>(5).fill({ state: 'AHEAD' }),
    ]);
    const give = async (user: string, body: object) =>
      (await api.signInAs(user)).post(`/api/v1/collaborations/${receipt.id}/commands`).send(body).expect(200);
    await give('leder.helse', { type: 'assignOwner', owner: 'saksbehandler.helse' });
    expect((await page()).with.handler).toBe('Saksbehandler, Helse og mestring');
    const data = { step: 'MENTORING', unit: 'helse', reason: 'Tilbudet treffer planen.' };
    await give('saksbehandler.helse', { type: 'registerFact', fact: 'nextStepChosen', data });
    expect((await page()).nextStep).toMatchObject({ label: 'Veiledning', reason: 'Tilbudet treffer planen.' });
    const letters = await api.dataSource.query<{ slot: string }[]>(
      `SELECT slot FROM outbox_message WHERE case_id = $1 AND template = 'factRegistered.nextStepChosen'`,
      [receipt.id],
    );
    expect(letters).toEqual([{ slot: 'entrepreneur' }]);
    await give('leder.helse', { type: 'decideGate', decision: 'REFUSE', reason: 'Kommunen har det fra før.' });
    expect((await page()).decisions).toMatchObject([
      { label: 'Ut av første kontakt: Ikke gå videre', reason: 'Kommunen har det fra før.' },
    ]);
  });
});

describe('a case', () => {
  it('takes a command and shows what it led to', async () => {
    const { body: receipt } = await api.anonymous.post('/api/v1/enquiries').send(enquiryBody).expect(201);
    const manager = await api.signInAs('leder.helse');
    const path = `/api/v1/collaborations/${receipt.id}`;
    const before = await manager.get(path).expect(200);
    expect(before.body).toMatchObject({
      phase: 'FIRST_CONTACT',
      state: 'OPEN',
      owner: { id: 'mottak' },
      unit: 'helse',
    });
    expect(before.headers.etag).toBe(`"${before.body.version}"`);
    const after = await manager
      .post(`${path}/commands`)
      .set('Idempotency-Key', 'assign')
      .send({ type: 'assignOwner', owner: 'saksbehandler.helse' });
    expect(after.body).toMatchObject({ owner: { id: 'saksbehandler.helse', unit: 'helse' } });
    expect(after.status).toBe(200);
  });
});
