import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DirectoryService } from '#api/shared/directory.service.js';
import { CallersService } from '#api/shared/caller/callers.service.js';
import type { SignedInCaller, RequestWithCaller } from '#api/shared/caller/caller.decorator.js';
import { signApiToken } from '#platform/session/api-token.js';
import { hashOfToken } from '#platform/session/token.js';
import { registerToken } from '#store/access/api-tokens.js';
import { startTestApi } from '#support/test-api.js';
import type { TestApi } from '#support/test-api.js';
import { fewestQueries } from '#support/count-queries.js';

/** Domain time stands at 1 February 2027; the wall clock does not. */

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ temporal: 'down' });
}, 60_000);
afterAll(() => api.close());

const OTHERS_CASE = randomUUID();
const query = (sql: string, ...values: unknown[]) => api.dataSource.query(sql, values);

async function requestFrom(person: string): Promise<RequestWithCaller> {
  const token = randomUUID();
  await query(
    `INSERT INTO session (hash, id, person, expires_at) VALUES ($1, $2, $3, now() + interval '1 hour')`,
    hashOfToken(token),
    randomUUID(),
    person,
  );
  return { headers: { cookie: `other=1; stafett-test=${token}` } } as RequestWithCaller;
}

const caller = async (person: string): Promise<SignedInCaller | undefined> =>
  api.app.get(CallersService).identify(await requestFrom(person));

describe('who asks', () => {
  it('stands in for those away today who named them, and for those whom these stood in for, in domain time', async () => {
    const absence = (person: string, from: string, to: string | null, substitute: string) =>
      query(
        `INSERT INTO absence (person, from_on, to_on, substitute) VALUES ($1, $2, $3, $4)`,
        person,
        from,
        to,
        substitute,
      );
    await absence('leder.nav', '2027-02-01', '2027-02-01', 'leder.kultur');
    await absence('leder.helse', '2027-01-01', null, 'leder.kultur');
    await absence('leder.stab', '2027-02-02', '2027-02-09', 'leder.kultur');
    await absence('leder.hjemme', '2027-01-01', '2027-01-31', 'leder.kultur');
    await absence('leder.oppvekst', '2027-01-01', null, 'leder.sykehjem');
    await absence('leder.kultur', '2027-02-01', null, 'leder.innkjop');
    await api.app.get(DirectoryService).announceChange();
    const standsInFor = async (person: string) => [...((await caller(person))?.actor.standsInFor ?? [])].sort();
    expect(await standsInFor('leder.kultur')).toEqual(['leder.helse', 'leder.nav']);
    expect(await standsInFor('leder.innkjop')).toEqual(['leder.helse', 'leder.kultur', 'leder.nav']);
  });

  it('speaks for an organisation, or in one case of it, from a day to a day', async () => {
    const [organisation, other] = [randomUUID(), randomUUID()];
    for (const id of [organisation, other]) await query(`INSERT INTO organisation (id, name) VALUES ($1, 'AS')`, id);
    const speaks = (of: string, caseId: string | null, from: string, to: string | null) =>
      query(
        `INSERT INTO representative (id, person, organisation, case_id, from_on, to_on, confirmed_by)
         VALUES ($1, 'entreprenor.01', $2, $3, $4, $5, 'admin')`,
        randomUUID(),
        of,
        caseId,
        from,
        to,
      );
    await speaks(organisation, null, '2027-02-01', null);
    await speaks(other, OTHERS_CASE, '2026-01-01', '2027-02-01');
    await speaks(other, null, '2027-02-02', null);
    const speaksFor = (await caller('entreprenor.01'))?.actor.speaksFor ?? [];
    expect([...speaksFor].sort()).toEqual([`case:${OTHERS_CASE}`, `org:${organisation}`]);
  });

  it('is told without either when there is none', async () => {
    expect(Object.keys((await caller('jurist'))?.actor ?? {})).toEqual(['user', 'grants']);
  });

  it('costs one query by cookie and one by token', async () => {
    const [id, expiresAt] = [randomUUID(), new Date(Date.now() + 60_000)];
    const scopes = ['read'];
    await registerToken(api.dataSource.manager, { id, name: 'x', person: 'jurist', scopes, expiresAt });
    const token = await signApiToken({ secret: 'x'.repeat(32), installation: 'test' }, { id, scopes, expiresAt });
    const byToken = { headers: { authorization: `Bearer ${token}` } } as RequestWithCaller;
    const callers = api.app.get(CallersService);
    for (const request of [await requestFrom('jurist'), byToken]) {
      await callers.identify(request);
      expect(await fewestQueries(() => callers.identify(request))).toBe(1);
    }
    expect(await fewestQueries(() => callers.identify({ headers: {} } as RequestWithCaller))).toBe(0);
  });
});
