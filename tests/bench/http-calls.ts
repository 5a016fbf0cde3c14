import { randomUUID } from 'node:crypto';
import { get, type Agent } from 'node:http';
import { hashOfToken, newToken } from '#platform/session/token.js';
import { openSession } from '#store/access/sessions.js';
import type { BenchInstallation } from './world/bench-installation.js';

/** @returns the cookie of a new session. */
export async function openBenchSession({ dataSource }: BenchInstallation, person: string): Promise<string> {
  const token = newToken();
  const [hash, id] = [hashOfToken(token), randomUUID()];
  const expiresAt = new Date(Date.now() + 3_600_000);
  const rest = { method: 'demo', browser: '', issuer: null, idToken: null };
  await openSession(dataSource.manager, { hash, id, person, expiresAt, ...rest });
  return `stafett-bench=${token}`;
}

/** @returns the bytes of the body. */
export function getOnce(url: string, agent: Agent, cookie?: string): Promise<number> {
  return new Promise((resolve, reject) => {
    get(url, { agent, ...(cookie !== undefined && { headers: { cookie } }) }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`${url}: ${response.statusCode}`));
      let bytes = 0;
      response.on('data', (chunk: Buffer) => (bytes += chunk.length));
      response.once('end', () => resolve(bytes));
    }).once('error', reject);
  });
}
