import { RequestMethod } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { limitBody, requireJsonBody, parseBody, normalizeQuery } from '#platform/input/request-body.js';
import { requireOwnHost } from '#platform/input/require-own-host.js';
import { refuseOtherMethods } from '#platform/input/method-not-allowed.js';
import { ignoreConditionalGet } from '#platform/input/ignore-conditional-get.js';
import { answerNotFound } from '#platform/problems/not-found.js';
import { answerUnreadable } from '#platform/problems/unreadable-requests.js';
import { NestLogger } from '#platform/nest-logger.js';
import { requestLog } from '#platform/request-log.js';
import { noStore, securityHeaders } from '#platform/response-headers.js';
import { ApiModule } from './api.module.js';
import type { ApiDependencies } from './shared/shared.module.js';
import { FORM_PATHS } from './access/form-paths.js';
import { isUploadPart } from './cases/uploads/upload-part.js';
import { ApiDocumentService } from './operations/openapi/api-document.service.js';
import { isPublicPath, methodsOfPath } from './operations/openapi/document-paths.js';
import { generateDocument } from './operations/openapi/generate-document.js';
import { showNotFoundPage } from './operations/web/not-found-page.js';
import { servePages } from './operations/web/web-pages.js';

/** The largest body is a sheet of people. What needs no sign-in takes a form's worth. */
const BODY_LIMIT_BYTES = 1_000_000;
const PUBLIC_BODY_LIMIT_BYTES = 32_000;

/** Builds the API without listening. A request passes the middleware below from top to bottom. */
export async function createApp(parts: ApiDependencies): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(ApiModule.register(parts), {
    bodyParser: false,
    logger: new NestLogger(parts.log),
    abortOnError: false,
  });
  app.setGlobalPrefix('api/v1', { exclude: [{ path: '/', method: RequestMethod.GET }] });
  const document = generateDocument(app);
  app.set('etag', false);
  app.set('trust proxy', parts.settings.config.STAFETT_TRUST_PROXY);
  app.disable('x-powered-by');
  app.use(requestLog(parts.log));
  app.use(securityHeaders(parts.settings.overHttps));
  app.use(noStore);
  if (parts.settings.config.STAFETT_DEMO_SIGN_IN === 'on') app.use(requireOwnHost(parts.settings.publicUrl));
  app.use(ignoreConditionalGet);
  app.use(servePages);
  app.use(refuseOtherMethods(methodsOfPath(document)));
  app.use(requireJsonBody(FORM_PATHS, isUploadPart));
  app.useBodyParser('raw', { type: (request) => !isUploadPart(request), limit: BODY_LIMIT_BYTES });
  app.use(limitBody(PUBLIC_BODY_LIMIT_BYTES, isPublicPath(document)));
  app.use(parseBody);
  app.use(normalizeQuery);
  app.enableShutdownHooks(['SIGTERM', 'SIGINT'], { useProcessExit: true });
  app.get(ApiDocumentService).document = document;
  await app.init();
  app.use(showNotFoundPage);
  app.use(answerNotFound);
  answerUnreadable(app.getHttpServer());
  return app;
}
