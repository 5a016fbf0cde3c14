import { seedDemo } from '../demo/seed.js';
import { seedIdentities } from '../demo/seed-identities.js';
import { seedPeople } from '../demo/seed-people.js';
import { processVersions } from '#processes/versions.js';
import { coreOf } from '#domain/process/process-core.js';
import { openFileStore } from '#platform/files/open-file-store.js';
import { stafettDataSource } from '#store/data-source.js';
import { clockOf, setClockOnce, nameInstallation, readInstallation } from '#store/installation/installation.js';
import { releaseProcess } from '#store/process/process-versions.js';
import { auditKeyOf } from '#platform/session/audit-key.js';
import { audit } from '#store/audit/audit.js';
import { requireKnownSchema } from './known-schema.js';
import { applyGrants } from './postgres/apply-grants.js';
import { loginsOf, usersOf, type DatabaseAccess } from './postgres/database-access.js';
import { PROGRAMS } from './postgres/table-grants.js';
import { ensureLogins } from './postgres/logins.js';
import { StepError } from './shared/step-error.js';
import { printLine } from './start-output.js';
import type { ServiceConfig } from '#platform/config.js';
import type { DataSource, EntityManager } from 'typeorm';

/**
 * Prepares the database before api and worker start: migrations, grants, process versions, demo data.
 * @param hasEmbeddedIssuer  true: also lets the demo users sign in at the embedded issuer.
 */
export async function prepareDatabase(
  config: ServiceConfig,
  access: DatabaseAccess,
  hasEmbeddedIssuer: boolean,
): Promise<void> {
  await withDatabase(config, async (dataSource) => {
    const { manager } = dataSource;
    await requireKnownSchema(manager);
    await dataSource.runMigrations();
    await grantAccess(manager, access);
    await requireSameInstallation(manager, config.STAFETT_INSTALLATION_ID);
    await manager.transaction(releaseProcesses);
    // Demo sign-in needs units and people, also when no demo cases are wanted.
    if (config.STAFETT_DEMO_SIGN_IN === 'on') await seedPeople(manager);
    if (hasEmbeddedIssuer) await seedIdentities(manager, config.STAFETT_SECRET);
    const clock = clockOf(await readInstallation(manager));
    if (clock) warnOfIgnoredSettings(config, clock.speed);
    else if (config.STAFETT_SEED === 'demo') {
      const files = openFileStore(config);
      await seedDemo(dataSource, { startAt: startAtOf(config), secret: config.STAFETT_SECRET, files });
    }
  });
}

/**
 * A database belongs to one installation: with another's secret its tokens and keyed hashes mean nothing.
 * @throws StepError when it belongs to another.
 */
async function requireSameInstallation(manager: EntityManager, id: string): Promise<void> {
  const stored = await nameInstallation(manager, id);
  if (stored.id === id) return;
  throw new StepError(
    'Schema, process and data',
    `The database belongs to installation ${stored.id}, and this is installation ${id}.`,
    'Put the installation.json of that installation in STAFETT_HOME, from a copy or a backup (docs/backup.md), or set ' +
      'STAFETT_INSTALLATION_ID and STAFETT_SECRET to its own, or use an empty database. No data was changed.',
  );
}

/** Releases new process versions and logs each in the audit log, in one transaction. */
async function releaseProcesses(manager: EntityManager): Promise<void> {
  for (const document of processVersions) {
    const { id, version } = document;
    if (await releaseProcess(manager, document, coreOf(document)))
      await audit(manager, { kind: 'rulesChanged', by: null, subject: id, detail: { version } });
  }
}

/** Restricts the database users of api and worker, and warns when one of them connects as the owner, unrestricted. */
async function grantAccess(manager: EntityManager, access: DatabaseAccess): Promise<void> {
  if (access.isEmbedded) await ensureLogins(manager, loginsOf(access));
  await applyGrants(manager, usersOf(access));
  const unrestricted = PROGRAMS.filter((program) => access.urls[program] === undefined);
  if (unrestricted.length > 0)
    printLine(`! As the owner of all tables, by DATABASE_URL: ${unrestricted.join(' and ')} (docs/database-roles.md).`);
}

/** Starts domain time: stores its origin and speed when the installation is first ready. Harmless to repeat. */
export async function startClock(config: ServiceConfig): Promise<void> {
  await withDatabase(config, async ({ manager }) => {
    await setClockOnce(manager, {
      origin: { domain: startAtOf(config), wall: Date.now() },
      speed: config.STAFETT_SPEED,
    });
  });
}

const startAtOf = ({ STAFETT_START_AT: at }: ServiceConfig): string => new Date(at ?? Date.now()).toISOString();

function warnOfIgnoredSettings(config: ServiceConfig, speed: number): void {
  if (config.STAFETT_START_AT !== undefined)
    printLine('! STAFETT_START_AT is ignored: domain time was set going at the first start.');
  if (config.STAFETT_SPEED !== 1 && config.STAFETT_SPEED !== speed) {
    printLine(`! STAFETT_SPEED is ignored: the speed was fixed at ${speed} at the first start.`);
  }
}

async function withDatabase(config: ServiceConfig, work: (dataSource: DataSource) => Promise<void>): Promise<void> {
  const dataSource = stafettDataSource({
    url: config.DATABASE_URL,
    name: 'stafett-up',
    auditKey: auditKeyOf(config),
  });
  await dataSource.initialize();
  try {
    await work(dataSource);
  } finally {
    await dataSource.destroy();
  }
}
