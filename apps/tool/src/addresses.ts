import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readConfig, type Config, type Environment } from '#platform/config.js';
import { CannotGoOn } from './trouble.js';

/** Where an installation is reached, and why when it is not known. */
export interface Addresses {
  readonly config: Config;
  /** Why there may be no address for a part. */
  readonly note: string;
}

/**
 * The installation that is meant.
 *
 * 1. A running installation leaves what it gave its own programs in its home (`infra/up` writes it when it is ready).
 * 2. Variables win over that, one by one.
 * 3. Variables that name another database or another Temporal mean another installation: nothing is mixed, lest one
 *    installation's cases be started on another's server.
 * @throws ConfigError | CannotGoOn
 */
export function findAddresses(env: Environment): Addresses {
  const home = path.resolve(readConfig(env).STAFETT_HOME);
  const running = whatRuns(path.join(home, 'run', 'environment.json'));
  if (!running) return { config: readConfig(env), note: `and no installation runs from ${home}` };
  const other = (['DATABASE_URL', 'TEMPORAL_ADDRESS'] as const).find(
    (name) => env[name] && env[name] !== running[name],
  );
  if (other) return { config: readConfig(env), note: `and ${other} is not that of the installation in ${home}` };
  return { config: readConfig({ ...running, ...given(env) }), note: `not even by the installation in ${home}` };
}

function whatRuns(file: string): Environment | undefined {
  try {
    const settings = JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, unknown>>;
    return Object.fromEntries(Object.entries(settings).map(([name, value]) => [name, String(value)]));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new CannotGoOn(`${file} cannot be read: ${(error as Error).message}`);
  }
}

/** An empty variable counts as unset. */
function given(env: Environment): Environment {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value));
}
