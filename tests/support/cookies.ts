import type { Agent } from './test-api.js';

interface Answered {
  readonly headers: Readonly<Record<string, unknown>>;
}

/** The cookies that a response sets, by name. */
export function cookiesOf({ headers }: Answered): Readonly<Record<string, string>> {
  const set = (headers['set-cookie'] ?? []) as readonly string[];
  return Object.fromEntries(set.map((line) => (line.split(';')[0] ?? '').split('=') as [string, string]));
}

/** The agent's Cookie header; superagent's types do not show its cookie jar. */
export function cookieOf(agent: Agent, { hostname }: URL): string {
  const { jar } = agent as unknown as {
    jar: { getCookies(access: object): { toValueString(): string } };
  };
  return jar.getCookies({ domain: hostname, path: '/', secure: false, script: false }).toValueString();
}
