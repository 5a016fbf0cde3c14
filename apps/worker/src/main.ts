import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { Engine } from '#engine/engine.js';
import { ConfigError, readServiceConfig } from '#platform/config.js';
import { beatToParent } from '#platform/health/beat-to-parent.js';
import { createLogger } from '#platform/logger.js';
import { NestLogger } from '#platform/nest-logger.js';
import { installEngineRuntime } from './engine-runtime.js';
import { WorkerHostService } from './worker-host.service.js';
import { WorkerModule } from './worker.module.js';

/** Runs the worker until SIGTERM or SIGINT. Exit code 0 after a signal, 1 after a failure, 2 for invalid settings. */
async function main(): Promise<void> {
  const config = readServiceConfig(process.env);
  const log = createLogger('worker', config.STAFETT_LOG_LEVEL);
  const stop = new AbortController();
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => stop.abort());
  installEngineRuntime(log);
  beatToParent();
  const app = await NestFactory.createApplicationContext(WorkerModule.with(config, log), {
    logger: new NestLogger(log),
  });
  try {
    await app.get(WorkerHostService).run(stop.signal);
    log.info('worker has ended');
  } catch (error) {
    log.fatal({ err: error }, 'worker cannot go on');
    process.exitCode = 1;
  }
  await app.get(Engine).close();
  const dataSource = app.get(DataSource);
  if (dataSource.isInitialized) await dataSource.destroy();
  await app.close();
  process.exit();
}

main().catch((error: unknown) => {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exit(error instanceof ConfigError ? 2 : 1);
});
