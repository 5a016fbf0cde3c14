import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runTool } from '../process/run-tool.js';
import { StepError } from '../step-error.js';
import type { Account } from './account.js';
import { plainEnvironment } from './environment.js';

export const SUPERUSER = 'stafett';

export interface ClusterPlan {
  readonly programs: string;
  readonly account: Account | undefined;
  readonly dataDir: string;
  readonly password: string;
  readonly signal?: AbortSignal;
}

/** Makes the data folder at the first start. It gets its name when it is whole, so an interrupted attempt leaves none. */
export async function ensureCluster(plan: ClusterPlan): Promise<void> {
  const { dataDir } = plan;
  if (existsSync(path.join(dataDir, 'PG_VERSION'))) return;
  removeAttempts(dataDir);
  const attempt = `${dataDir}.new-${process.pid}`;
  mkdirSync(attempt, { recursive: true, mode: 0o700 });
  if (plan.account) chownSync(attempt, plan.account.uid, plan.account.gid);
  const made = await initdb(plan, attempt);
  plan.signal?.throwIfAborted();
  if (!made.ok) {
    throw new StepError(
      'Postgres',
      `a new database could not be made in ${dataDir}:\n${made.output}`,
      'Mend the cause and start again.',
    );
  }
  renameSync(attempt, dataDir);
}

/**
 * The same order of letters and the same case folding on every machine (builtin C.UTF-8), and only passwords open it.
 */
async function initdb(
  { programs, account, password, signal }: ClusterPlan,
  into: string,
): Promise<{ ok: boolean; output: string }> {
  const secrets = mkdtempSync(path.join(tmpdir(), 'stafett-'));
  const passwordFile = path.join(secrets, 'password');
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (account) for (const owned of [secrets, passwordFile]) chownSync(owned, account.uid, account.gid);
  const args = [
    `--pgdata=${into}`,
    `--username=${SUPERUSER}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
  ];
  try {
    const options = { withinMs: 60_000, cwd: '/', env: plainEnvironment(), signal, ...account };
    return await runTool(path.join(programs, 'bin', 'initdb'), args, options);
  } finally {
    rmSync(secrets, { recursive: true, force: true });
  }
}

function removeAttempts(dataDir: string): void {
  const folder = path.dirname(dataDir);
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    if (name.startsWith(`${path.basename(dataDir)}.new-`))
      rmSync(path.join(folder, name), { recursive: true, force: true });
  }
}
