import { randomUUID } from 'node:crypto';
import { pinoHttp } from 'pino-http';
import type { HttpLogger, Options } from 'pino-http';
import type { Logger } from './logger.js';

/** Logs method, path, status and time of each request. Not the query (it may hold a name), the IP address or headers. */
export function requestLog(log: Logger): HttpLogger {
  const options: Options = {
    logger: log,
    genReqId: () => randomUUID(),
    serializers: {
      req: (request: { id: unknown; method: string; url: string }) => ({
        id: request.id,
        method: request.method,
        path: loggablePath(request.url),
      }),
      res: (response: { statusCode: number }) => ({ status: response.statusCode }),
      // `ProblemsFilter` has logged the error already.
      err: () => undefined,
    },
    customLogLevel: (_request, response, error) => {
      if (response.statusCode === 503) return 'debug';
      return error || response.statusCode >= 500 ? 'error' : 'debug';
    },
  };
  return pinoHttp(options);
}

/** The path, with the secret token of a status page or a sign-in link masked. */
export function loggablePath(url: string): string {
  return (url.split('?')[0] ?? '').replace(/(\/(?:status|sign-in-links)\/).+/i, '$1***');
}
