import { Controller, Get, Module, StandardSchemaValidationPipe } from '@nestjs/common';
import { APP_GUARD, APP_PIPE, NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { UndeclaredQueryGuard } from '#api/shared/input/undeclared-query.guard.js';
import { requireJsonBody, parseBody, normalizeQuery } from '#platform/input/request-body.js';
import { ignoreConditionalGet } from '#platform/input/ignore-conditional-get.js';
import { createLogger } from '#platform/logger.js';
import { requestLog } from '#platform/request-log.js';
import { noStore, securityHeaders } from '#platform/response-headers.js';

/** Answers like `GET /me`, without authentication. */
@Controller()
class OpenMeController {
  @Get('me')
  me(): object {
    return { user: 'mottak', name: 'Førstelinje', units: ['stab'], roles: ['mottak'] };
  }
}

@Module({
  controllers: [OpenMeController],
  providers: [
    { provide: APP_GUARD, useClass: UndeclaredQueryGuard },
    { provide: APP_PIPE, useValue: new StandardSchemaValidationPipe() },
  ],
})
class OpenModule {}

/** The same middleware as the api's (create-app.ts) and the same answer, without signing in. */
export async function startUnguardedApp(): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(OpenModule, { bodyParser: false, logger: false });
  app.setGlobalPrefix('api/v1');
  app.set('etag', false);
  app.disable('x-powered-by');
  app.use(requestLog(createLogger('bench', 'warn')));
  app.use(securityHeaders(false));
  app.use(noStore);
  app.use(ignoreConditionalGet);
  app.use(requireJsonBody([]));
  app.useBodyParser('raw', { type: () => true });
  app.use(parseBody);
  app.use(normalizeQuery);
  await app.listen(0, '127.0.0.1');
  return app;
}
