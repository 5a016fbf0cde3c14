import { Controller, Get, Module, Query, StandardSchemaValidationPipe } from '@nestjs/common';
import { APP_PIPE, NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { noQuery } from '#contracts/http/queries.js';
import { jsonOnly, readJson, storableQuery } from '#platform/input/json-only.js';
import { neverNotModified } from '#platform/input/never-not-modified.js';
import { createLog } from '#platform/log.js';
import { requestLog } from '#platform/request-log.js';
import { neverStored, protectiveHeaders } from '#platform/response-headers.js';

/** Answers like `GET /me`, without authentication. */
@Controller()
class OpenMeController {
  @Get('me')
  me(@Query({ schema: noQuery }) _query: unknown): object {
    return { user: 'mottak', name: 'Førstelinje', units: ['stab'], roles: ['mottak'] };
  }
}

@Module({
  controllers: [OpenMeController],
  providers: [{ provide: APP_PIPE, useValue: new StandardSchemaValidationPipe() }],
})
class OpenModule {}

/** The same middleware as the api's (create-app.ts) and the same answer, without the guard. */
export async function openApp(): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(OpenModule, { bodyParser: false, logger: false });
  app.setGlobalPrefix('api/v1');
  app.set('etag', false);
  app.disable('x-powered-by');
  app.use(requestLog(createLog('bench', 'warn')));
  app.use(protectiveHeaders(false));
  app.use(neverStored);
  app.use(neverNotModified);
  app.use(jsonOnly(/^$/));
  app.useBodyParser('raw', { type: () => true });
  app.use(readJson);
  app.use(storableQuery);
  await app.listen(0, '127.0.0.1');
  return app;
}
