import path from 'node:path';
import type { StartPlan } from './start-plan.js';
import { postgresAccount } from './postgres/postgres-account.js';
import { ensureCluster } from './postgres/cluster.js';
import { ensureDatabase, withDatabaseName, pingDatabase } from './postgres/database.js';
import { dataFolderFor, programFolderFor } from './postgres/accessible-folders.js';
import { postgresSpec } from './postgres/postmaster.js';
import type { Supervisor } from './process/supervisor.js';
import { StepError } from './shared/step-error.js';
import { reasonOf, until } from './shared/wait.js';

/** @returns a line that says where the database is */
export async function startPostgres(plan: StartPlan, supervisor: Supervisor, signal: AbortSignal): Promise<string> {
  const { home, installation, postgresPort, service } = plan;
  if (postgresPort === undefined) return findDatabase(service.DATABASE_URL, signal);
  const account = await postgresAccount();
  const programs = programFolderFor(account);
  const dataDir = dataFolderFor(account, home.postgres, installation.dataFolderId ?? installation.id);
  await ensureCluster({ programs, account, dataDir, password: installation.postgresPassword, signal });
  const logFile = path.join(home.log, 'postgres.log');
  const spec = postgresSpec({ programs, account, dataDir, port: postgresPort, logFile });
  const check = (): Promise<void> => pingDatabase(withDatabaseName(service.DATABASE_URL, 'postgres'));
  await supervisor.startAndWait([spec], { title: 'Postgres', check, withinMs: 60_000, signal });
  await ensureDatabase(service.DATABASE_URL);
  return `Postgres on 127.0.0.1:${postgresPort}, data in ${dataDir}`;
}

async function findDatabase(url: string, signal: AbortSignal): Promise<string> {
  const { host, pathname } = new URL(url);
  try {
    await until(() => pingDatabase(url), { withinMs: 15_000, everyMs: 500, signal });
  } catch (error) {
    signal.throwIfAborted();
    throw new StepError(
      'Database',
      `${host}${pathname} (DATABASE_URL): ${reasonOf(error)}`,
      'See that it runs and that the user, password and database in DATABASE_URL are right.',
    );
  }
  return `database ${host}${pathname}`;
}
