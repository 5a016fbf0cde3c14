import path from 'node:path';
import type { ServiceConfig } from '#platform/config.js';
import type { Home } from './home.js';
import { withLoginOf, type DatabaseAccess } from './postgres/database-access.js';
import type { Program } from './postgres/table-grants.js';
import type { ChildSpec } from './process/child.js';

/** Half a minute without a sign of life. */
const LIVENESS = { everyMs: 5_000, silences: 6 } as const;

/** Worker and api, in the order in which they start. */
export function serviceSpecs(
  projectRoot: string,
  home: Home,
  apiUrl: string,
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
    liveness: { ...LIVENESS, ...(name === 'api' && { url: `${apiUrl}/api/v1/health/live` }) },
  }));
}

/** The settings as variables, added to our own environment without its database addresses. */
function environmentWith(settings: Partial<ServiceConfig>): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('DATABASE_'));
  const variables = Object.entries(settings).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  );
  return { NODE_ENV: 'production', ...Object.fromEntries([...inherited, ...variables]) } as NodeJS.ProcessEnv;
}

/** The embedded issuer gets no addresses of the database and of Temporal: it needs neither. */
export function issuerEnvironment(config: ServiceConfig): NodeJS.ProcessEnv {
  const settings = Object.entries(config).filter(([name]) => !/^(DATABASE|TEMPORAL)_/.test(name));
  return environmentWith(Object.fromEntries(settings));
}

/** A program with its own database user does not get the login of the owner or of the other program. */
export function serviceEnvironment(
  config: ServiceConfig,
  { urls }: DatabaseAccess,
  program: Program,
): NodeJS.ProcessEnv {
  const { DATABASE_API_URL: _api, DATABASE_WORKER_URL: _worker, DATABASE_LISTEN_URL: listen, ...own } = config;
  const url = urls[program] ?? own.DATABASE_URL;
  return environmentWith({
    ...own,
    DATABASE_URL: url,
    ...(listen !== undefined && {
      DATABASE_LISTEN_URL: urls[program] === undefined ? listen : withLoginOf(listen, url),
    }),
  });
}
