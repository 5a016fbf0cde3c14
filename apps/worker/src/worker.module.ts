import { Module, type DynamicModule } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Engine } from '#engine/engine.js';
import { engineConfig } from '#engine/engine-variables.js';
import type { ServiceConfig } from '#platform/config.js';
import type { Logger } from '#platform/logger.js';
import { stafettDataSource } from '#store/data-source.js';

import { FollowPostgresService } from './follow-postgres.service.js';
import { WorkerHostService } from './worker-host.service.js';
import { StartRelayService } from './start-relay.service.js';

const POOL_SIZE = 20;

/** Providers of the worker. Nothing connects before `run` of the host is called. */
@Module({})
export class WorkerModule {
  static with(config: ServiceConfig, log: Logger): DynamicModule {
    const engine = engineConfig(config);
    const listenUrl = config.DATABASE_LISTEN_URL ?? config.DATABASE_URL;
    return {
      module: WorkerModule,
      providers: [
        { provide: DataSource, useFactory: () => dataSource(config) },
        { provide: Engine, useFactory: () => new Engine(engine) },
        {
          provide: StartRelayService,
          inject: [DataSource, Engine],
          useFactory: (source: DataSource, client: Engine) => new StartRelayService(source, client, log, listenUrl),
        },
        {
          provide: WorkerHostService,
          inject: [DataSource, Engine, StartRelayService],
          useFactory: (source: DataSource, client: Engine, relay: StartRelayService) =>
            new WorkerHostService(engine, source, client, relay, new FollowPostgresService(source, client, log), log),
        },
      ],
    };
  }
}

function dataSource(config: ServiceConfig): DataSource {
  return stafettDataSource({
    url: config.DATABASE_URL,
    poolSize: POOL_SIZE,
    name: 'stafett-worker',
  });
}
