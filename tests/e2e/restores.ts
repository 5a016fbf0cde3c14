import { cpSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { until } from '#infra/up/shared/wait.js';
import { ApiClient } from '#support/api-client.js';
import type { TestInstallation } from '#support/test-installation.js';
import { CommandStream, appliedKeys } from './command-stream.js';
import { enquiryBody } from './send-enquiry.js';

export const RESTORES = ['postgres-older', 'temporal-older', 'both-older', 'temporal-empty'] as const;
export type Restore = (typeof RESTORES)[number];

/** Longer than between two beats of the canary, so that an older copy of Temporal is a beat behind. */
const BEAT_MS = 12_000;
const CASES = 3;

/** What a round has seen; the spec judges it. */
export interface RoundResult {
  /** Of each case: keys acknowledged before the copies were begun, until the stop, and after the restore. */
  readonly cases: readonly {
    readonly before: readonly string[];
    readonly lost: readonly string[];
    readonly after: readonly string[];
    readonly applied: readonly (string | undefined)[];
  }[];
  readonly verified: { readonly code: number | null; readonly output: string };
  /** Every case number that was given, in order. */
  readonly numbers: readonly string[];
}

/**
 * Copies both databases under a stream of commands, goes on, stops (or kills) everything, puts the older copies back, and starts
 * again under a new stream of commands that does not wait until all is ready.
 */
export async function restoreRound(
  installation: TestInstallation,
  restore: Restore,
  { name, killed, numbers }: { readonly name: string; readonly killed: boolean; readonly numbers: string[] },
): Promise<RoundResult> {
  const ids: string[] = [];
  for (let n = 0; n < CASES; n += 1) ids.push(await openCase(installation, numbers));
  const first = await streamsOf(await installation.signIn('mottak'), ids, `${name}-a`);
  await Promise.all(first.map((stream) => stream.waitForMore(4)));
  const before = first.map(({ acknowledged }) => [...acknowledged]);

  const file = path.join(installation.home, `${name}.backup`);
  const backup = await installation.runTool('backup', file);
  if (backup.code !== 0) throw new Error(backup.output);
  const [temporal, copy] = [path.join(installation.home, 'temporal'), path.join(installation.home, `${name}.temporal`)];
  installation.kill('temporal', 'SIGSTOP');
  cpSync(temporal, copy, { recursive: true });
  installation.kill('temporal', 'SIGCONT');

  await Promise.all([openCase(installation, numbers), ...first.map((stream) => stream.waitForMore(4))]);
  if (/temporal-older|both-older/.test(restore)) await pause(BEAT_MS);
  await Promise.all(first.map((stream) => stream.stop()));
  const all = first.map(({ acknowledged }) => [...acknowledged]);
  await end(installation, killed);

  if (/postgres-older|both-older/.test(restore)) {
    const loaded = await installation.runTool('restore', file, '--replace');
    if (loaded.code !== 0) throw new Error(loaded.output);
  }
  if (restore !== 'postgres-older') rmSync(temporal, { recursive: true });
  if (/temporal-older|both-older/.test(restore)) cpSync(copy, temporal, { recursive: true });

  const starting = installation.start();
  const second = await streamsOf(await signInSoon(installation), ids, `${name}-b`);
  await starting;
  await Promise.all([openCase(installation, numbers), ...second.map((stream) => stream.waitForMore(6))]);
  await until(() => isReady(installation), { withinMs: 90_000, everyMs: 300 });
  await Promise.all(second.map((stream) => stream.waitForMore(4)));
  await Promise.all(second.map((stream) => stream.stop()));
  const reader = await installation.signIn('kommunedirektor');
  const cases = ids.map(async (id, index) => {
    const after = second[index]?.acknowledged ?? [];
    const last = after.at(-1);
    const applied = await until(
      async () => {
        const keys = appliedKeys(await reader.timeline(id));
        if (!keys.includes(last)) throw new Error(`${last} is not seen yet`);
        return keys;
      },
      { withinMs: 30_000, everyMs: 200 },
    );
    const known = before[index] ?? [];
    return { before: known, lost: (all[index] ?? []).slice(known.length), after, applied };
  });
  return { cases: await Promise.all(cases), verified: await installation.runTool('verify'), numbers };
}

const streamsOf = async (client: ApiClient, ids: readonly string[], name: string): Promise<CommandStream[]> =>
  ids.map((id, index) => new CommandStream(client, id, `${name}${index}`, addEvent));

/** Naming the deputy that a case has already would add no event: after a restore nobody knows which it has. */
const addEvent = (): object => ({ type: 'registerFact', fact: 'organisationChecked', data: {} });

/** Signs in as soon as the api answers, before the installation is ready. */
const signInSoon = (installation: TestInstallation): Promise<ApiClient> =>
  until(() => installation.signIn('mottak'), { withinMs: 120_000, everyMs: 200 });

async function openCase({ url }: TestInstallation, numbers: string[]): Promise<string> {
  const body = enquiryBody(`Nr ${numbers.length}`, 'kultur-og-fritid');
  const answer = await ApiClient.anonymous(url).postUntilAnswered('/enquiries', body, {
    key: `opening-${process.pid}-${Date.now()}-${numbers.length}`,
  });
  if (answer.status !== 201) throw new Error(`POST /enquiries: ${answer.status} ${JSON.stringify(answer.body)}`);
  numbers.push(String(answer.body.number));
  return String(answer.body.id);
}

async function isReady({ url }: TestInstallation): Promise<void> {
  const { status, checks } = await ApiClient.anonymous(url).get<{ status: string; checks: object }>('/health/ready');
  if (status !== 'ready') throw new Error(JSON.stringify(checks));
}

/** Killed: every program at once, as when the machine loses power. */
async function end(installation: TestInstallation, killed: boolean): Promise<void> {
  if (!killed) {
    await installation.stop();
    return;
  }
  const file = path.join(installation.home, 'run', 'children.json');
  const children = JSON.parse(readFileSync(file, 'utf8')) as { pid: number }[];
  installation.kill('start');
  for (const { pid } of children) process.kill(pid, 'SIGKILL');
  await pause(500);
}
