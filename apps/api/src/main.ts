import 'reflect-metadata';
import { Engine } from '#engine/engine.js';
import { engineConfig } from '#engine/engine-variables.js';
import { ConfigError, readServiceConfig } from '#platform/config.js';
import { auditKeyOf } from '#platform/session/audit-key.js';
import { createLogger } from '#platform/logger.js';
import { stafettDataSource } from '#store/data-source.js';
import { createApp } from './create-app.js';
import { DatabaseService } from './shared/database.service.js';
import { SettingsService } from './shared/settings.service.js';

/** Starts the HTTP server. It is live at once, and ready as soon as Postgres, Temporal and the worker are. */
async function main(): Promise<void> {
  const config = readServiceConfig(process.env);
  const log = createLogger('api', config.STAFETT_LOG_LEVEL);
  const source = stafettDataSource({
    url: config.DATABASE_URL,
    name: 'stafett-api',
    auditKey: auditKeyOf(config),
  });
  const database = new DatabaseService(source, log);
  const app = await createApp({
    settings: new SettingsService(config),
    database,
    engine: new Engine(engineConfig(config)),
    log,
  });
  await database.connect();
  await app.listen(config.STAFETT_PORT, config.STAFETT_HOST);
  log.info({ port: config.STAFETT_PORT }, 'listening');
}

main().catch((error: unknown) => {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exitCode = 1;
});
