import { RequestMethod } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { jsonOnly, readJson, storableQuery } from '#platform/input/json-only.js';
import { neverNotModified } from '#platform/input/never-not-modified.js';
import { noSuchAddress } from '#platform/problems/no-such-address.js';
import { NestLog } from '#platform/nest-log.js';
import { requestLog } from '#platform/request-log.js';
import { neverStored, protectiveHeaders } from '#platform/response-headers.js';
import { ApiModule } from './api.module.js';
import type { ApiParts } from './api.module.js';
import { LINK_PAGES } from './access/link-page.js';
import { ApiDocument } from './operations/openapi/api-document.js';
import { makeDocument } from './operations/openapi/make-document.js';

const BODY_LIMIT_BYTES = 1_000_000;

/** Builds the API without listening. A request passes the middleware below from top to bottom. */
export async function createApp(parts: ApiParts): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(ApiModule.with(parts), {
    bodyParser: false,
    logger: new NestLog(parts.log),
    abortOnError: false,
  });
  app.setGlobalPrefix('api/v1', { exclude: [{ path: '/', method: RequestMethod.GET }] });
  app.set('etag', false);
  app.set('trust proxy', parts.settings.config.STAFETT_TRUST_PROXY);
  app.disable('x-powered-by');
  app.use(requestLog(parts.log));
  app.use(protectiveHeaders(parts.settings.overHttps));
  app.use(neverStored);
  app.use(neverNotModified);
  app.use(jsonOnly(LINK_PAGES));
  app.useBodyParser('raw', { type: () => true, limit: BODY_LIMIT_BYTES });
  app.use(readJson);
  app.use(storableQuery);
  app.enableShutdownHooks(['SIGTERM', 'SIGINT'], { useProcessExit: true });
  app.get(ApiDocument).document = makeDocument(app);
  await app.init();
  app.use(noSuchAddress);
  return app;
}
