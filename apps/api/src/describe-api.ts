import type { NestExpressApplication } from '@nestjs/platform-express';
import { engineConfig } from '#engine/engine-variables.js';
import { Engine } from '#engine/engine.js';
import { readServiceConfig } from '#platform/config.js';
import { createLogger } from '#platform/logger.js';
import { stafettDataSource } from '#store/data-source.js';
import { createApp } from './create-app.js';
import { DatabaseService } from './shared/database.service.js';
import { SettingsService } from './shared/settings.service.js';
import { ApiDocumentService } from './operations/openapi/api-document.service.js';

/** Generates the OpenAPI document of the whole API, including demo sign-in, without a database or Temporal. */
export const describeApi = (): Promise<object> => withUnconnectedApp((app) => app.get(ApiDocumentService).document);

/** Builds the whole API, including demo sign-in, without a database or Temporal, and closes it after `use`. */
export async function withUnconnectedApp<T>(use: (app: NestExpressApplication) => T): Promise<T> {
  const log = createLogger('openapi', 'silent');
  const config = readServiceConfig({
    DATABASE_URL: 'postgres://nobody@127.0.0.1:1/nothing',
    TEMPORAL_ADDRESS: '127.0.0.1:1',
    STAFETT_INSTALLATION_ID: 'openapi',
    STAFETT_SECRET: '-'.repeat(32),
    STAFETT_DEMO_SIGN_IN: 'on',
  });
  const database = new DatabaseService(stafettDataSource({ url: config.DATABASE_URL }), log);
  const engine = new Engine(engineConfig(config));
  const app = await createApp({ settings: new SettingsService(config), database, engine, log });
  const result = use(app);
  await app.close();
  await engine.close();
  return result;
}
