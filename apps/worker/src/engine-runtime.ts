import { DefaultLogger, Runtime } from '@temporalio/worker';
import type { Logger } from '#platform/logger.js';

/** Sends Temporal's log lines to our log and disables its signal handling. Call once per process. */
export function installEngineRuntime(log: Logger): void {
  const levels = { TRACE: 'trace', DEBUG: 'debug', INFO: 'debug', WARN: 'warn', ERROR: 'error' } as const;
  Runtime.install({
    logger: new DefaultLogger('INFO', ({ level, message, meta }) => log[levels[level]]({ engine: meta }, message)),
    telemetryOptions: { logging: { filter: { core: 'WARN', other: 'ERROR' }, forward: {} } },
    shutdownSignals: [],
  });
}
