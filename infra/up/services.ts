import path from 'node:path';
import type { ServiceConfig } from '#platform/config.js';
import type { Home } from './home.js';
import type { ChildSpec } from './process/child.js';

/** The children that are Stafett itself, in the order in which they start. */
export function services(projectRoot: string, home: Home, environment: NodeJS.ProcessEnv): readonly ChildSpec[] {
  return (['worker', 'api'] as const).map((name) => ({
    name,
    command: process.execPath,
    args: ['--enable-source-maps', path.join('dist', 'apps', name, 'src', 'main.js')],
    cwd: projectRoot,
    env: environment,
    logFile: path.join(home.log, `${name}.log`),
    stopWithinMs: 15_000,
  }));
}

/** Every setting that api and worker need, as variables; what they inherit besides is the machine's business. */
export function serviceEnvironment(config: ServiceConfig): NodeJS.ProcessEnv {
  const given = Object.entries(config).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]));
  return { NODE_ENV: 'production', ...process.env, ...(Object.fromEntries(given) as NodeJS.ProcessEnv) };
}
