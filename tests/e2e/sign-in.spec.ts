import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { until } from '#infra/up/shared/wait.js';
import { Browser } from '#support/browser.js';
import { descendants } from '#support/descendants.js';
import { startInstallation } from '#support/test-installation.js';
import type { TestInstallation } from '#support/test-installation.js';

/** Signs in at the issuer that `npm start` runs, as a browser does: over HTTP, with a cookie jar. */

let installation: TestInstallation;
beforeAll(async () => {
  installation = await startInstallation({ seed: 'none' });
}, 150_000);
afterAll(() => installation.remove());

async function signIn(user: string, as: 'staff' | 'contact' = 'staff'): Promise<unknown> {
  const browser = new Browser();
  const { url } = await browser.follow(`${installation.url}/api/v1/sign-in?as=${as}&returnTo=/api/v1/me`);
  const answer = await browser.submit(url, { user });
  const { response } = await browser.follow(new URL(answer.headers.get('location') ?? '', url).href);
  return response.json();
}

const issuerPid = (): number | undefined =>
  descendants(installation.pids().start ?? 0).find(({ command }) => command.includes('embedded/issuer'))?.pid;

describe('an installation with its own issuer', () => {
  it('lets staff and entrepreneurs in, each by their own door', async () => {
    expect(await signIn('leder.helse')).toMatchObject({ user: 'leder.helse' });
    expect(await signIn('entreprenor.03', 'contact')).toMatchObject({ user: 'entreprenor.03' });
  });

  it('is well without the issuer, which is started again', async () => {
    const before = issuerPid();
    process.kill(before ?? 0, 'SIGKILL');
    expect((await fetch(`${installation.url}/api/v1/health/ready`)).status).toBe(200);
    const isRestarted = async (): Promise<void> => {
      const now = issuerPid();
      if (now === undefined || now === before) throw new Error('not started again yet');
      expect(await signIn('mottak')).toMatchObject({ user: 'mottak' });
    };
    await until(isRestarted, { withinMs: 20_000, everyMs: 200 });
  }, 60_000);

  it('makes a token with the operator’s tool, which works', async () => {
    const made = await installation.runTool('token', '--as', 'controller', '--name', 'rapport', '--scope', 'read');
    const token = made.output.split('\n').find((line) => line.startsWith('eyJ'));
    const answer = await fetch(`${installation.url}/api/v1/me`, { headers: { authorization: `Bearer ${token}` } });
    expect(await answer.json()).toMatchObject({ user: 'controller' });
  }, 60_000);

  it('stops when asked to, and has its issuer at the same address the next time', async () => {
    const issuer = async (): Promise<string> => {
      const answer = await fetch(`${installation.url}/api/v1/sign-in`, { redirect: 'manual' });
      return new URL(answer.headers.get('location') ?? '').origin;
    };
    const before = await issuer();
    expect(await installation.stop()).toBe(0);
    await installation.start();
    expect(await issuer()).toBe(before);
    expect(await signIn('admin')).toMatchObject({ user: 'admin' });
  }, 150_000);
});
