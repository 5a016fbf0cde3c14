import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { choosePort } from '#infra/up/ports/choose-port.js';
import { startTestApi } from '#support/test-api.js';
import type { Agent, TestApi } from '#support/test-api.js';
import { auditEntriesOf } from '#support/audit-entries.js';
import { Browser } from '#support/browser.js';
import { startTestIssuer } from '#support/test-issuer.js';
import type { TestIssuer } from '#support/test-issuer.js';
import { expectRefusal } from '#support/expect-refusal.js';

let api: TestApi;
let issuer: TestIssuer;
let admin: Agent;
beforeAll(async () => {
  const port = await choosePort({ title: 'Stafett', variable: '', wanted: undefined });
  const stafett = `http://127.0.0.1:${port}`;
  issuer = await startTestIssuer({ client: {}, stafett });
  const settings = {
    STAFETT_URL: stafett,
    OIDC_ISSUER: issuer.url,
    OIDC_CLIENT_ID: 'stafett',
    OIDC_CLIENT_SECRET: 'hemmelig-nok',
  };
  api = await startTestApi({ temporal: 'down', port, settings });
  admin = await api.signInAs('admin');
}, 60_000);
afterAll(async () => {
  await api.close();
  await issuer.close();
});

const identityOf = (person: string): string => `/api/v1/people/${person}/identity`;
const setIdentity = (person: string, subject: unknown, agent = admin) =>
  agent.put(identityOf(person)).send({ subject });

/** @returns the status of the sign-in, and who is signed in afterwards. */
async function signIn(subject: string): Promise<{ status: number; user: unknown; browser: Browser }> {
  issuer.signInNext({ id: subject });
  const browser = new Browser();
  const { url } = await browser.follow(`${api.url}/api/v1/sign-in`, (it) => it.includes('/sign-in/callback?'));
  const { status } = await browser.get(url);
  return { status, user: await signedInUser(browser), browser };
}

const signedInUser = async (browser: Browser): Promise<unknown> =>
  ((await (await browser.get(`${api.url}/api/v1/me`)).json()) as { user?: string }).user;

describe('who a person is at the provider', () => {
  it('is said by an administrator, and the person signs in; taken away, and they are out', async () => {
    expect((await signIn('oid-4711')).status).toBe(403);
    expect((await admin.get(identityOf('jurist')).expect(200)).body).toEqual({ issuer: 'staff', linked: false });
    expect((await setIdentity('jurist', 'oid-4711').expect(200)).body).toEqual({ issuer: 'staff', linked: true });
    const { status, user, browser } = await signIn('oid-4711');
    expect([status, user]).toEqual([303, 'jurist']);
    await admin.delete(identityOf('jurist')).expect(204);
    expect(await signedInUser(browser)).toBeUndefined();
    expect((await signIn('oid-4711')).status).toBe(403);
    await admin.delete(identityOf('jurist')).expect(204);
    const log = await auditEntriesOf(api.dataSource, 'personChanged', 'jurist');
    expect(log.map(({ by, detail }) => [by, detail.did])).toEqual([
      ['admin', 'identityLinked'],
      ['admin', 'identityTakenAway'],
    ]);
  });

  it('is one subject: another takes the place of the first', async () => {
    await setIdentity('evaluator', 'first').expect(200);
    await setIdentity('evaluator', 'second').expect(200);
    expect((await signIn('first')).status).toBe(403);
    expect((await signIn('second')).user).toBe('evaluator');
  });

  it('is nobody else, and never shown', async () => {
    await setIdentity('controller', 'Kari.Nordmann@fjordvik.example').expect(200);
    expectRefusal(await setIdentity('personvern', 'kari.nordmann@fjordvik.example'), 409, 'held', '/subject');
    const rows = JSON.stringify(await api.dataSource.query('SELECT * FROM identity'));
    expect(rows).not.toMatch(/kari/i);
    expect(JSON.stringify((await admin.get(identityOf('controller')).expect(200)).body)).not.toMatch(/kari/i);
  });

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['a number', 4711],
    ['spaces', '   '],
    ['two lines', 'a\nb'],
    ['a book', 'x'.repeat(201)],
  ])('is not %s', async (_what, subject) => {
    expectRefusal(await setIdentity('redaktor', subject), 400, 'malformed', '/subject');
  });

  it('is for administrators alone, not for those who lead the person', async () => {
    for (const user of ['leder.stab', 'kommunedirektor', 'jurist', 'entreprenor.01']) {
      expectRefusal(await setIdentity('jurist', 'mine', await api.signInAs(user)), 403, 'forbidden');
    }
    expectRefusal(await setIdentity('nobody', 'x'), 404, 'not-found');
  });
});

describe('a sheet with the column "innlogging"', () => {
  const importCsv = (csv: string) => admin.post('/api/v1/people/import').send({ csv, dryRun: false });

  it('says it for many, once', async () => {
    const csv = 'id;enhet;innlogging\nmentor.helse;helse;m-1\nmentor.nav;nav;m-2\n';
    const outcomes = async () =>
      ((await importCsv(csv).expect(200)).body as { rows: { did: string[] }[] }).rows.map(({ did }) => did);
    expect(await outcomes()).toEqual([['IDENTITY_LINKED'], ['IDENTITY_LINKED']]);
    expect(await outcomes()).toEqual([[], []]);
    expect((await signIn('m-2')).user).toBe('mentor.nav');
  });

  it('gives nobody the sign-in of another, in the sheet or out of it', async () => {
    await setIdentity('klageorgan', 'k-1').expect(200);
    const csv = 'id;enhet;innlogging\npolitikk;stab;k-1\npilotleder.helse;helse;p-1\npilotleder.nav;nav;p-1\n';
    const { written, rows } = (await importCsv(csv).expect(200)).body as {
      written: boolean;
      rows: { outcome: string; column?: string; code?: string }[];
    };
    expect(written).toBe(false);
    expect(rows.map(({ outcome, column, code }) => [outcome, column, code])).toEqual([
      ['REFUSED', 'subject', 'held'],
      ['CHANGED', undefined, undefined],
      ['REFUSED', 'subject', 'held'],
    ]);
    expect((await signIn('p-1')).status).toBe(403);
  });
});
