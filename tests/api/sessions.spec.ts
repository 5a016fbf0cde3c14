import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import supertest from 'supertest';
import { StreamsService } from '#api/cases/stream/streams.service.js';
import { hashOfToken } from '#platform/session/token.js';
import { announceVersion } from '#store/cases/notices/announce-version.js';
import { enquiryBody, startTestApi } from '#support/test-api.js';
import type { Agent, TestApi } from '#support/test-api.js';
import { auditEntriesOf } from '#support/audit-entries.js';
import { cookiesOf } from '#support/cookies.js';
import { eventually } from '#support/eventually.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ temporal: 'down' });
}, 60_000);
afterAll(() => api.close());

const COOKIE = 'stafett-test';
const getMe = (agent: Agent) => agent.get('/api/v1/me');
const tokenOf = async (user: string): Promise<string> => {
  const answer = await supertest(api.url).post('/api/v1/demo/sign-in').send({ user }).expect(204);
  return cookiesOf(answer)[COOKIE] ?? '';
};
const getMeWithToken = (token: string) => supertest(api.url).get('/api/v1/me').set('Cookie', `${COOKIE}=${token}`);
const moveInstantBack = (token: string, column: 'last_seen_at' | 'expires_at', minutes: number) =>
  api.dataSource.query(`UPDATE session SET ${column} = now() - $2 * interval '1 minute' WHERE hash = $1`, [
    hashOfToken(token),
    minutes,
  ]);

describe('a session', () => {
  it('has a cookie that no script reads and no other site sends along', async () => {
    const answer = await supertest(api.url).post('/api/v1/demo/sign-in').send({ user: 'mottak' }).expect(204);
    expect(answer.headers['set-cookie']).toEqual([
      expect.stringMatching(/^stafett-test=[\w-]{43}; Max-Age=43200; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/),
    ]);
  });

  it('of another installation is nobody here, under its own name or under ours', async () => {
    const other = await startTestApi({ temporal: 'down', settings: { STAFETT_INSTALLATION_ID: 'other' } });
    const answer = await supertest(other.url).post('/api/v1/demo/sign-in').send({ user: 'admin' }).expect(204);
    const theirs = cookiesOf(answer)['stafett-other'] ?? '';
    await supertest(other.url).get('/api/v1/me').set('Cookie', `stafett-other=${theirs}`).expect(200);
    for (const cookie of [`stafett-other=${theirs}`, `${COOKIE}=${theirs}`]) {
      await supertest(api.url).get('/api/v1/me').set('Cookie', cookie).expect(401);
      const absence = supertest(api.url).post('/api/v1/me/absences').set('Cookie', cookie);
      await absence.send({ from: '2027-02-01' }).expect(401);
    }
    expect(await api.dataSource.query('SELECT * FROM absence')).toEqual([]);
    const ours = await tokenOf('admin');
    const both = `stafett-other=${theirs}; ${COOKIE}=${ours}`;
    await supertest(api.url).post('/api/v1/sign-out').set('Cookie', both).expect(204);
    await supertest(other.url).get('/api/v1/me').set('Cookie', both).expect(200);
    await other.close();
  });

  it('ends when nobody has used it for an hour, and lives on when it is used', async () => {
    const token = await tokenOf('mottak');
    await moveInstantBack(token, 'last_seen_at', 59);
    await getMeWithToken(token).expect(200);
    await moveInstantBack(token, 'last_seen_at', 61);
    await getMeWithToken(token).expect(401);
  });

  it('is written to when it is used, but once a minute at most', async () => {
    const token = await tokenOf('mottak');
    const seen = async (): Promise<string> => {
      const sql = 'SELECT xmin::text || last_seen_at::text AS seen FROM session WHERE hash = $1';
      const [row] = await api.dataSource.query<{ seen: string }[]>(sql, [hashOfToken(token)]);
      return row?.seen ?? '';
    };
    const first = await seen();
    await getMeWithToken(token).expect(200);
    expect(await seen()).toBe(first);
    await moveInstantBack(token, 'last_seen_at', 2);
    const old = await seen();
    await getMeWithToken(token).expect(200);
    expect(await seen()).not.toBe(old);
  });

  it('ends after its twelve hours, however busy it is', async () => {
    const token = await tokenOf('mottak');
    await moveInstantBack(token, 'expires_at', 0);
    await getMeWithToken(token).expect(401);
  });

  it('ends when the same browser signs in again', async () => {
    const agent = await api.signInAs('mottak');
    const { dataSource } = api;
    const count = async () => Number((await dataSource.query(`SELECT count(*) FROM session`))[0].count);
    const before = await count();
    await agent.post('/api/v1/demo/sign-in').send({ user: 'admin' }).expect(204);
    expect(await count()).toBe(before);
    expect((await getMe(agent)).body.user).toBe('admin');
  });

  it('is over at once when the person has left, who cannot sign in again either', async () => {
    const agent = await api.signInAs('eier.nabo3');
    await getMe(agent).expect(200);
    await api.dataSource.query(`UPDATE person SET deactivated_at = now() WHERE id = 'eier.nabo3'`);
    await getMe(agent).expect(401);
    const again = await supertest(api.url).post('/api/v1/demo/sign-in').send({ user: 'eier.nabo3' });
    expect({ status: again.status, code: again.body.code }).toEqual({ status: 403, code: 'forbidden' });
    expect(again.headers['set-cookie']).toBeUndefined();
    expect(await auditEntriesOf(api.dataSource, 'signInFailed', 'eier.nabo3')).toEqual([
      { by: null, detail: { method: 'demo', reason: 'deactivated' } },
    ]);
  });

  it('is signed out of twice without complaint, and once in the log', async () => {
    const agent = await api.signInAs('jurist');
    await agent.post('/api/v1/sign-out').expect(204);
    await agent.post('/api/v1/sign-out').expect(204);
    await getMe(agent).expect(401);
    expect(await auditEntriesOf(api.dataSource, 'signedOut', 'jurist')).toHaveLength(1);
    expect(await auditEntriesOf(api.dataSource, 'signedIn', 'jurist')).toEqual([
      { by: 'jurist', detail: { method: 'demo' } },
    ]);
  });
});

describe('my sessions', () => {
  const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';

  it('are listed with nothing that opens them, and ended by me alone', async () => {
    const [one, two, other] = [supertest.agent(api.url), supertest.agent(api.url), await api.signInAs('personvern')];
    for (const agent of [one, two])
      await agent.post('/api/v1/demo/sign-in').set('User-Agent', firefox).send({ user: 'evaluator' }).expect(204);
    const { body, headers } = await one.get('/api/v1/me/sessions').expect(200);
    expect(headers['cache-control']).toBe('no-store');
    expect(body.items).toHaveLength(2);
    expect(body.items[0]).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      startedAt: expect.stringMatching(/Z$/),
      lastSeenAt: expect.stringMatching(/Z$/),
      method: 'demo',
      browser: 'Firefox på Linux',
      current: false,
    });
    const [{ id }] = body.items;
    await other.delete(`/api/v1/me/sessions/${id}`).expect(404);
    await one.delete(`/api/v1/me/sessions/nothing`).expect(404);
    await getMe(two).expect(200);
    await one.delete(`/api/v1/me/sessions/${id}`).expect(204);
    await getMe(two).expect(401);
    await getMe(one).expect(200);
  });

  it('are all ended but this one', async () => {
    const agents = [
      await api.signInAs('controller'),
      await api.signInAs('controller'),
      await api.signInAs('controller'),
    ] as const;
    await agents[0].delete('/api/v1/me/sessions').expect(204);
    await getMe(agents[0]).expect(200);
    for (const agent of agents.slice(1)) await getMe(agent).expect(401);
    expect(await auditEntriesOf(api.dataSource, 'sessionsEnded', 'controller')).toEqual([
      { by: 'controller', detail: { count: 2 } },
    ]);
  });

  it('are all ended by an administrator for somebody, and by nobody else', async () => {
    const [agent, other, admin] = [
      await api.signInAs('redaktor'),
      await api.signInAs('redaktor'),
      await api.signInAs('admin'),
    ];
    const end = (by: Agent, person: string) => by.delete(`/api/v1/people/${person}/sessions`);
    for (const caller of [agent, await api.signInAs('leder.stab'), await api.signInAs('entreprenor.01')])
      await end(caller, 'redaktor').expect(403);
    await end(admin, 'nobody').expect(404);
    await getMe(agent).expect(200);
    await end(admin, 'redaktor').expect(204);
    for (const ended of [agent, other]) await getMe(ended).expect(401);
    await end(admin, 'redaktor').expect(204);
    expect(await auditEntriesOf(api.dataSource, 'sessionsEnded', 'redaktor')).toEqual([
      { by: 'admin', detail: { count: 2 } },
    ]);
    await getMe(await api.signInAs('redaktor')).expect(200);
  });
});

describe('who asks', () => {
  it('is somebody without a role, too', async () => {
    const { dataSource } = api;
    await dataSource.query(
      `INSERT INTO person (id, name, unit, staff) VALUES ('ny.kontakt', 'Ny kontakt', 'ekstern', false)`,
    );
    const hash = hashOfToken('ny');
    const values = `($1, gen_random_uuid(), 'ny.kontakt', now() + interval '1 hour')`;
    await dataSource.query(`INSERT INTO session (hash, id, person, expires_at) VALUES ${values}`, [hash]);
    const { body } = await getMeWithToken('ny').expect(200);
    expect(body).toEqual({ user: 'ny.kontakt', name: 'Ny kontakt', units: ['ekstern'], roles: [], staff: false });
  });
});

describe('a stream', () => {
  it('ends when its session has ended, at the next beat', async () => {
    const token = await tokenOf('mottak');
    const controller = new AbortController();
    const answer = await fetch(`${api.url}/api/v1/stream`, {
      headers: { cookie: `${COOKIE}=${token}` },
      signal: controller.signal,
    });
    const reader = answer.body?.getReader();
    await reader?.read();
    const streams = api.app.get(StreamsService);
    await streams.onHeartbeat();
    expect(await textOf(reader?.read())).toBe(': beat\n\n');
    await api.dataSource.query('DELETE FROM session WHERE hash = $1', [hashOfToken(token)]);
    await streams.onHeartbeat();
    expect((await reader?.read())?.done).toBe(true);
  });
});

describe('a stream of somebody who has lost a right', () => {
  it('tells of those cases no more after the next beat, and of new ones', async () => {
    const { manager } = api.dataSource;
    const send = () => api.anonymous.post('/api/v1/enquiries').send(enquiryBody).expect(201);
    const [lost, won] = [(await send()).body.id as string, (await send()).body.id as string];
    const [speaker] = await manager.query<{ id: string; person: string }[]>(
      'SELECT id, person FROM representative WHERE case_id = $1',
      [lost],
    );
    await manager.query('DELETE FROM representative WHERE case_id = $1', [won]);
    const told: string[] = [];
    const streams = api.app.get(StreamsService);
    const hash = hashOfToken('lyttende');
    const values = `($1, gen_random_uuid(), $2, now() + interval '1 hour')`;
    await manager.query(`INSERT INTO session (hash, id, person, expires_at) VALUES ${values}`, [hash, speaker?.person]);
    const close = streams.open({
      person: speaker?.person ?? '',
      readTokens: new Set([`case:${lost}`]),
      sessionHash: hash,
      write: (text) => void told.push(text),
      end: () => void told.push('end'),
    });
    await manager.query('UPDATE representative SET case_id = $2 WHERE id = $1', [speaker?.id, won]);
    await streams.onHeartbeat();
    await announceVersion(manager, lost, 7);
    await announceVersion(manager, won, 8);
    await eventually(async () => expect(told.join('')).toContain(won));
    expect(told.join('')).not.toContain(lost);
    close();
  });
});

const textOf = async (read: Promise<{ value?: Uint8Array }> | undefined): Promise<string> =>
  new TextDecoder().decode((await read)?.value);
