import type { DataSource } from 'typeorm';
import { Engine } from '#engine/engine.js';
import { engineConfig } from '#engine/engine-variables.js';
import type { Config, Environment } from '#platform/config.js';
import { auditKeyOf } from '#platform/session/audit-key.js';
import { stafettDataSource } from '#store/data-source.js';
import { resolveSettings } from './resolve-settings.js';
import { ToolError, reasonOf } from './errors.js';

/** What the commands work on. Only the dependencies that the command asked for are connected. */
export interface Installation {
  readonly dataSource: DataSource;
  readonly engine: Engine;
  readonly config: Config;
}

export type Dependency = 'Postgres' | 'Temporal';

const POOL_SIZE = 4;
const MAX_HEALTH_ATTEMPTS = 5;

/**
 * Connects, calls `act` and disconnects.
 * @throws ToolError naming each dependency that could not be reached.
 */
export async function withInstallation<T>(
  env: Environment,
  needs: readonly Dependency[],
  act: (installation: Installation) => Promise<T>,
): Promise<T> {
  const { config, missingAddressNote } = resolveSettings(env);
  // Neither constructor connects. A dependency without an address is reported below.
  const { DATABASE_URL = 'postgres://nowhere', TEMPORAL_ADDRESS = 'nowhere:1', STAFETT_SECRET = '' } = config;
  const dataSource = stafettDataSource({
    url: DATABASE_URL,
    poolSize: POOL_SIZE,
    name: 'stafett-tool',
    auditKey: auditKeyOf(config),
  });
  const engine = new Engine(engineConfig({ ...config, TEMPORAL_ADDRESS, STAFETT_SECRET }));
  try {
    const connect = {
      Postgres: () => reachPostgres(config, missingAddressNote, dataSource),
      Temporal: () => reachTemporal(config, missingAddressNote, engine),
    };
    const problems = (await Promise.all(needs.map((dependency) => connect[dependency]()))).filter(
      (problem) => problem !== null,
    );
    if (problems.length > 0) throw new ToolError(problems.join('\n'));
    return await act({ dataSource, engine, config });
  } finally {
    if (dataSource.isInitialized) await dataSource.destroy();
    await engine.close();
  }
}

async function reachPostgres(
  { DATABASE_URL: url }: Config,
  note: string,
  dataSource: DataSource,
): Promise<string | null> {
  if (!url) return `Could not reach Postgres: DATABASE_URL is not set, ${note}.`;
  const { host, pathname } = new URL(url);
  try {
    await dataSource.initialize();
    return null;
  } catch (error) {
    return `Could not reach Postgres at ${host}${pathname}: ${reasonOf(error)}`;
  }
}

async function reachTemporal(config: Config, note: string, engine: Engine): Promise<string | null> {
  const { TEMPORAL_ADDRESS: address, TEMPORAL_NAMESPACE: namespace, STAFETT_SECRET: secret } = config;
  if (!address) return `Could not reach Temporal: TEMPORAL_ADDRESS is not set, ${note}.`;
  for (let attempt = 0; attempt < MAX_HEALTH_ATTEMPTS; attempt += 1)
    if (await engine.isHealthy())
      return secret ? null : `STAFETT_SECRET is not set, ${note}: no case would believe us.`;
  return `Could not reach Temporal at ${address}: no answer for namespace ${namespace}`;
}
