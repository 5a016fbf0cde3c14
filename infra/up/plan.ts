import path from 'node:path';
import type { Config, ServiceConfig } from '#platform/config.js';
import { openHome, type Home } from './home.js';
import { openInstallation, type Installation } from './installation.js';
import { choosePort } from './ports.js';
import { SUPERUSER } from './postgres/cluster.js';
import { accessOf, type DatabaseAccess } from './postgres/database-access.js';
import { DATABASE } from './postgres/database.js';

/** All that has been settled before the first program starts. */
export interface Plan {
  readonly home: Home;
  readonly installation: Installation;
  /** Undefined: an outside server is used. */
  readonly postgresPort: number | undefined;
  readonly temporalPort: number | undefined;
  readonly temporalCli: string | undefined;
  /** What every child is told, but as whom it uses the database. */
  readonly service: ServiceConfig;
  readonly access: DatabaseAccess;
}

export const homeOf = (config: Config): Home => openHome(path.resolve(config.STAFETT_HOME));

/** @throws StepError when a named port is taken */
export async function planOf(config: Config, home: Home): Promise<Plan> {
  const installation = openInstallation(home.installation);
  const ports = await choosePorts(config);
  const service = serviceOf(config, home, installation, ports);
  return {
    home,
    installation,
    ...ports,
    temporalCli: config.STAFETT_TEMPORAL_CLI,
    service,
    access: accessOf(config, service.DATABASE_URL, installation.postgresPassword),
  };
}

async function choosePorts(config: Config): Promise<Pick<Plan, 'postgresPort' | 'temporalPort'>> {
  await choosePort({
    title: 'Stafett',
    variable: 'STAFETT_PORT',
    wanted: config.STAFETT_PORT,
    host: config.STAFETT_HOST,
  });
  const postgres = { title: 'Postgres', variable: 'STAFETT_POSTGRES_PORT', wanted: config.STAFETT_POSTGRES_PORT };
  const temporal = { title: 'Temporal', variable: 'STAFETT_TEMPORAL_PORT', wanted: config.STAFETT_TEMPORAL_PORT };
  return {
    postgresPort: config.DATABASE_URL ? undefined : await choosePort(postgres),
    temporalPort: config.TEMPORAL_ADDRESS ? undefined : await choosePort(temporal),
  };
}

function serviceOf(
  config: Config,
  home: Home,
  installation: Installation,
  { postgresPort, temporalPort }: Pick<Plan, 'postgresPort' | 'temporalPort'>,
): ServiceConfig {
  const seed = config.STAFETT_SEED ?? (config.DATABASE_URL ? 'none' : 'demo');
  return {
    ...config,
    STAFETT_HOME: home.dir,
    STAFETT_URL: config.STAFETT_URL ?? `http://127.0.0.1:${config.STAFETT_PORT}`,
    STAFETT_SEED: seed,
    STAFETT_DEMO_SIGN_IN: config.STAFETT_DEMO_SIGN_IN ?? (seed === 'demo' || !config.DATABASE_URL ? 'on' : 'off'),
    STAFETT_INSTALLATION_ID: config.STAFETT_INSTALLATION_ID ?? installation.id,
    STAFETT_SECRET: config.STAFETT_SECRET ?? installation.secret,
    DATABASE_URL: config.DATABASE_URL ?? databaseUrl(postgresPort, installation.postgresPassword),
    TEMPORAL_ADDRESS: config.TEMPORAL_ADDRESS ?? `127.0.0.1:${temporalPort}`,
  };
}

export const databaseUrl = (port: number | undefined, password: string): string =>
  `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/${DATABASE}`;
