import { randomUUID } from 'node:crypto';
import { get, type Agent } from 'node:http';
import { hashOfToken, newToken } from '#platform/session/token.js';
import { openSession } from '#store/access/sessions.js';
import type { BenchInstallation } from '../world/bench-installation.js';

/** How long each of some calls took, in milliseconds; one call before them is not counted. */
export async function latencies(times: number, call: () => Promise<unknown>): Promise<number[]> {
  const found: number[] = [];
  for (let n = -1; n < times; n += 1) {
    const began = performance.now();
    await call();
    if (n >= 0) found.push(performance.now() - began);
  }
  return found;
}

/** Signs somebody in. @returns the cookie. */
export async function openBenchSession({ dataSource }: BenchInstallation, person: string): Promise<string> {
  const token = newToken();
  const [hash, id] = [hashOfToken(token), randomUUID()];
  const expiresAt = new Date(Date.now() + 3_600_000);
  const rest = { method: 'demo', browser: '', issuer: null, idToken: null };
  await openSession(dataSource.manager, { hash, id, person, expiresAt, ...rest });
  return `stafett-bench=${token}`;
}

export function getOnce(url: string, agent: Agent, cookie: string): Promise<void> {
  return new Promise((resolve, reject) => {
    get(url, { agent, headers: { cookie } }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`${url}: ${response.statusCode}`));
      response.resume().once('end', resolve);
    }).once('error', reject);
  });
}
