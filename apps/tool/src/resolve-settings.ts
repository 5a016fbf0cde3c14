import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readConfig, type Config, type Environment } from '#platform/config.js';
import { ToolError } from './errors.js';

/** The settings of the installation to work on. */
export interface ResolvedSettings {
  readonly config: Config;
  /** Completes the error message when the address of Postgres or Temporal is missing. */
  readonly missingAddressNote: string;
}

/**
 * Finds the settings of the installation.
 *
 * 1. A stored installation stores the settings of its programs in its home (`infra/up` writes them when it is ready).
 * 2. Environment variables override them one by one.
 * 3. When variables name another database or another Temporal, the stored settings are ignored, so that no case of one
 *    installation is started on the Temporal of another.
 * @throws ConfigError | ToolError
 */
export function resolveSettings(env: Environment): ResolvedSettings {
  const home = path.resolve(readConfig(env).STAFETT_HOME);
  const stored = readStoredSettings(path.join(home, 'run', 'environment.json'));
  if (!stored) return { config: readConfig(env), missingAddressNote: `and no installation runs from ${home}` };
  const other = (['DATABASE_URL', 'TEMPORAL_ADDRESS'] as const).find((name) => env[name] && env[name] !== stored[name]);
  if (other)
    return { config: readConfig(env), missingAddressNote: `and ${other} is not that of the installation in ${home}` };
  return {
    config: readConfig({ ...stored, ...nonEmpty(env) }),
    missingAddressNote: `not even by the installation in ${home}`,
  };
}

function readStoredSettings(file: string): Environment | undefined {
  try {
    const settings = JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, unknown>>;
    return Object.fromEntries(Object.entries(settings).map(([name, value]) => [name, String(value)]));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new ToolError(`${file} cannot be read: ${(error as Error).message}`);
  }
}

/** An empty variable counts as unset. */
function nonEmpty(env: Environment): Environment {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value));
}
