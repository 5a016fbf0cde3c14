import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { enquiryBody, startTestApi } from '#support/test-api.js';
import type { TestApi } from '#support/test-api.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ temporal: 'down' });
}, 120_000);
afterAll(() => api.close());

describe('how somebody wants their pages', () => {
  it('is kept for them alone, a setting at a time', async () => {
    const mine = await api.signInAs('saksbehandler.oppvekst');
    const usual = { density: 'NORMAL', singleKeys: true, views: [], putAway: [] };
    expect((await mine.get('/api/v1/me/settings').expect(200)).body).toEqual(usual);
    const views = [{ name: 'Står fast', query: 'fast=true' }];
    await mine.patch('/api/v1/me/settings').send({ views }).expect(200);
    await mine.patch('/api/v1/me/settings').send({ density: 'TIGHT' }).expect(200);
    expect((await mine.get('/api/v1/me/settings')).body).toEqual({ ...usual, density: 'TIGHT', views });
    const other = await api.signInAs('leder.oppvekst');
    expect((await other.get('/api/v1/me/settings')).body).toEqual(usual);
  });

  it('is no place for anything else', async () => {
    const mine = await api.signInAs('saksbehandler.oppvekst');
    await mine.patch('/api/v1/me/settings').send({ admin: true }).expect(400);
    await api.anonymous.get('/api/v1/me/settings').expect(401);
  });
});

describe('whoever telephoned', () => {
  it('is in the case with a number and without an address, and has no access of their own', async () => {
    const { organisation } = enquiryBody;
    const frontLine = await api.signInAs('mottak');
    const { body } = await frontLine
      .post('/api/v1/collaborations')
      .send({
        ...{ title: 'Leksehjelp', description: 'Ringte om leksehjelp.', channel: 'phone', organisation },
        contact: { name: 'Kari Nes', phone: '+47 900 00 000' },
      })
      .expect(201);
    expect(body.enquirer).toEqual({ name: 'Kari Nes', phone: '+47 900 00 000' });
    expect(body).toMatchObject({ description: 'Ringte om leksehjelp.', channel: 'phone' });
    // The front line receives: it is no case handler, whose name was promised.
    const promised = body.deadlines.find(({ id }: { id: string }) => id === 'firstContact.handler');
    expect(promised).toMatchObject({ state: 'OPEN', promise: { state: 'OPEN' } });
    const [{ count }] = await api.dataSource.query<[{ count: number }]>(
      'SELECT count(*)::integer AS count FROM representative WHERE case_id = $1',
      [body.id],
    );
    expect(count).toBe(0);
  });

  it('is in a case without an organisation too', async () => {
    const handler = await api.signInAs('saksbehandler.oppvekst');
    const { body } = await handler
      .post('/api/v1/collaborations')
      .send({
        ...{ title: 'Turlag', description: 'Vil ha tur.', channel: 'phone' },
        contact: { name: 'Per', phone: '90011222' },
      })
      .expect(201);
    expect([body.organisation, body.enquirer]).toEqual([null, { name: 'Per', phone: expect.stringMatching(/90/) }]);
    // Whoever has cases in the unit and opens one is its case handler.
    expect(body.deadlines.map(({ id }: { id: string }) => id)).not.toContain('firstContact.handler');
  });
});
