import { existsSync } from 'node:fs';
import type { Config } from '#platform/config.js';
import { ConfigError, readConfig } from '#platform/config.js';
import type { FileStore } from '#platform/files/file-store.js';
import { openFileStore } from '#platform/files/open-file-store.js';
import { auditKeyOf } from '#platform/session/audit-key.js';
import { audit } from '#store/audit/audit.js';
import { writeAuditWith } from '#store/audit/audit-writer.js';
import { connectedPrograms, holdsData, RestoreRefused } from '#store/backup/load-database.js';
import { stafettDataSource } from '#store/data-source.js';
import { writeInstallation, type Installation } from '../installation-file.js';
import { requireKnownSchema } from '../known-schema.js';
import { InstallationLock } from '../process/installation-lock.js';
import { endOrphanedProcesses } from '../process/orphaned-processes.js';
import { Supervisor } from '../process/supervisor.js';
import { StepError } from '../shared/step-error.js';
import { reasonOf } from '../shared/wait.js';
import { homeOf, makeStartPlan, type StartPlan } from '../start-plan.js';
import { printLine } from '../start-output.js';
import { startPostgres } from '../start-postgres.js';
import { listenForStop } from '../stop-request.js';
import { parseRestoreArguments, RESTORE_USAGE, type RestoreArguments } from './restore-arguments.js';
import { restoreBackup, writeFiles, type RestoredParts } from './restore-backup.js';

/** `npm run stafett -- restore FILE`. @returns 0 when it is restored, 1 when nothing was changed, 2 for wrong arguments. */
export async function restoreInstallation(argv: readonly string[]): Promise<number> {
  const args = parseRestoreArguments(argv, process.env);
  if (typeof args === 'string') {
    printLine(`${args}\n\n${RESTORE_USAGE}`);
    return 2;
  }
  try {
    if (!existsSync(args.file)) throw new RestoreRefused(`There is no ${args.file}.`);
    await restore(readConfig(process.env), args);
    return 0;
  } catch (error) {
    const isExpected = error instanceof RestoreRefused || error instanceof StepError || error instanceof ConfigError;
    printLine(
      isExpected ? error.message : `The backup could not be restored: ${reasonOf(error)}. Nothing was changed.`,
    );
    return 1;
  }
}

/** Needs no Temporal: the worker makes it follow Postgres at its next start. */
async function restore(config: Config, args: RestoreArguments): Promise<void> {
  const home = homeOf(config);
  const lock = await InstallationLock.acquire(home.lock, home.dir);
  const supervisor = new Supervisor(home.children, (line) => printLine(`! ${line}`));
  const stop = listenForStop(() => supervisor.kill());
  try {
    await endOrphanedProcesses(home.children);
    const plan = await makeStartPlan(config, home);
    await startPostgres(plan, supervisor, stop);
    const restored = await load(plan, args, openFileStore({ ...config, STAFETT_HOME: home.dir }));
    if (plan.issuerPort !== undefined || plan.mailPorts) writeFiles(home.dir, restored.files);
    keepIdentity(plan, restored);
    report(config, restored);
  } finally {
    lock.announceStop();
    await supervisor.stop();
    lock.release();
  }
}

async function load(
  { service: { DATABASE_URL: url } }: StartPlan,
  args: RestoreArguments,
  store: FileStore,
): Promise<RestoredParts> {
  const dataSource = await stafettDataSource({ url, name: 'stafett-restore' }).initialize();
  try {
    const { manager } = dataSource;
    await requireKnownSchema(manager);
    await dataSource.runMigrations();
    const running = await connectedPrograms(url);
    if (running.length > 0)
      throw new RestoreRefused(`Stop the installation first: ${running.join(' and ')} still use the database.`);
    if (!args.replace && (await holdsData(url)))
      throw new RestoreRefused(
        'The database holds data. With --replace they are replaced; make a backup of them first.',
      );
    const restored = await restoreBackup(url, args, store);
    const key = auditKeyOf({ STAFETT_SECRET: restored.secret });
    if (key) writeAuditWith(dataSource, key);
    await audit(manager, { kind: 'backupRestored', by: null, detail: { madeAt: restored.madeAt } });
    return restored;
  } finally {
    await dataSource.destroy();
  }
}

/** The embedded Postgres keeps its password; the rest is that of the backup. */
function keepIdentity({ home, installation }: StartPlan, { id, secret }: RestoredParts): void {
  const kept: Installation = { ...installation, id, secret, dataFolderId: dataFolderIdOf(installation) };
  writeInstallation(home.installation, kept);
}

const dataFolderIdOf = ({ dataFolderId, id }: Installation): string => dataFolderId ?? id;

function report({ STAFETT_SECRET: secret }: Config, restored: RestoredParts): void {
  const { cases, events, heldMessages, numbers } = restored.figures;
  printLine(`Restored the backup of ${restored.madeAt}: ${cases} collaborations, ${events} events.`);
  printLine(`No case number up to ${numbers.join(', ')} is given again. Everybody signs in again.`);
  printLine(`Held, because they may have been sent since: ${heldMessages} messages.`);
  printLine(
    'Tokens that were revoked, people who left and roles that ended after the backup are back: see docs/backup.md.',
  );
  if (secret !== undefined && secret !== restored.secret)
    printLine('! STAFETT_SECRET is not that of the backup: set it to the one in installation.json, or leave it out.');
  printLine('Start with npm start; its worker then lets every workflow follow the restored cases.');
}
