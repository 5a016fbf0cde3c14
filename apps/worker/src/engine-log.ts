import { DefaultLogger, Runtime } from '@temporalio/worker';
import type { Logger } from '#platform/log.js';

/** Sends the engine's own lines (also the native ones) through our log, and leaves signals to us. Once a process. */
export function installEngineRuntime(log: Logger): void {
  const levels = { TRACE: 'trace', DEBUG: 'debug', INFO: 'debug', WARN: 'warn', ERROR: 'error' } as const;
  Runtime.install({
    logger: new DefaultLogger('INFO', ({ level, message, meta }) => log[levels[level]]({ engine: meta }, message)),
    telemetryOptions: { logging: { filter: { core: 'WARN', other: 'ERROR' }, forward: {} } },
    shutdownSignals: [],
  });
}
