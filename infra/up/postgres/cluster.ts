import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runProgram } from '../process/run-program.js';
import { StepError } from '../shared/step-error.js';
import type { Account } from './postgres-account.js';
import { postgresEnvironment } from './postgres-environment.js';

export const SUPERUSER = 'stafett';

export interface ClusterOptions {
  readonly programs: string;
  readonly account: Account | undefined;
  readonly dataDir: string;
  readonly password: string;
  readonly signal?: AbortSignal;
}

/** Creates the data folder at the first start. It gets its final name only when it is complete. */
export async function ensureCluster(plan: ClusterOptions): Promise<void> {
  const { dataDir } = plan;
  if (existsSync(path.join(dataDir, 'PG_VERSION'))) return;
  removeDrafts(dataDir);
  const draftDir = `${dataDir}.new-${process.pid}`;
  mkdirSync(draftDir, { recursive: true, mode: 0o700 });
  if (plan.account) chownSync(draftDir, plan.account.uid, plan.account.gid);
  const result = await initdb(plan, draftDir);
  plan.signal?.throwIfAborted();
  if (!result.ok) {
    throw new StepError(
      'Postgres',
      `a new database could not be made in ${dataDir}:\n${result.output}`,
      'Mend the cause and start again.',
    );
  }
  renameSync(draftDir, dataDir);
}

/**
 * The builtin locale C.UTF-8 gives the same sort order and case folding on every machine. Every login needs a password.
 */
async function initdb(
  { programs, account, password, signal }: ClusterOptions,
  into: string,
): Promise<{ ok: boolean; output: string }> {
  const secretDir = mkdtempSync(path.join(tmpdir(), 'stafett-'));
  const passwordFile = path.join(secretDir, 'password');
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (account) for (const owned of [secretDir, passwordFile]) chownSync(owned, account.uid, account.gid);
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
    const options = { withinMs: 60_000, cwd: '/', env: postgresEnvironment(), signal, ...account };
    return await runProgram(path.join(programs, 'bin', 'initdb'), args, options);
  } finally {
    rmSync(secretDir, { recursive: true, force: true });
  }
}

function removeDrafts(dataDir: string): void {
  const folder = path.dirname(dataDir);
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    if (name.startsWith(`${path.basename(dataDir)}.new-`))
      rmSync(path.join(folder, name), { recursive: true, force: true });
  }
}
