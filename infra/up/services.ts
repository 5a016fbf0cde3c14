import path from 'node:path';
import type { ServiceConfig } from '#platform/config.js';
import type { Home } from './home.js';
import { withLoginOf, type DatabaseAccess } from './postgres/database-access.js';
import type { Program } from './postgres/fence.js';
import type { ChildSpec } from './process/child.js';

/** The children that are Stafett itself, in the order in which they start. */
export function services(
  projectRoot: string,
  home: Home,
  environmentOf: (program: Program) => NodeJS.ProcessEnv,
): readonly ChildSpec[] {
  return (['worker', 'api'] as const).map((name) => ({
    name,
    command: process.execPath,
    args: ['--enable-source-maps', path.join('dist', 'apps', name, 'src', 'main.js')],
    cwd: projectRoot,
    env: environmentOf(name),
    logFile: path.join(home.log, `${name}.log`),
    stopWithinMs: 15_000,
  }));
}

/** Every setting that a program needs, as variables; what it inherits besides is the machine's business. */
export function serviceEnvironment(
  config: ServiceConfig,
  { urls }: DatabaseAccess,
  program: Program,
): NodeJS.ProcessEnv {
  return environmentWith(settingsFor(config, urls[program]));
}

/** The embedded issuer vouches for people; it needs neither the database, nor the engine, nor our secret. */
export function issuerEnvironment(config: ServiceConfig): NodeJS.ProcessEnv {
  const kept = Object.entries(config).filter(([name]) => !/^(DATABASE_|TEMPORAL_|STAFETT_SECRET)/.test(name));
  return environmentWith(Object.fromEntries(kept));
}

function environmentWith(settings: Readonly<Record<string, unknown>>): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(DATABASE_|STAFETT_SECRET)/.test(name));
  const given = Object.entries(settings).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  );
  return { NODE_ENV: 'production', ...Object.fromEntries([...inherited, ...given]) } as NodeJS.ProcessEnv;
}

/** No program is told how the owner or the other program gets in. */
function settingsFor(config: ServiceConfig, url: string | undefined): ServiceConfig {
  const { DATABASE_API_URL: _api, DATABASE_WORKER_URL: _worker, ...own } = config;
  if (url === undefined) return own;
  const { DATABASE_LISTEN_URL: listen } = own;
  return {
    ...own,
    DATABASE_URL: url,
    ...(listen !== undefined && { DATABASE_LISTEN_URL: withLoginOf(listen, url) }),
  };
}
