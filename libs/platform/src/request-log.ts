import { randomUUID } from 'node:crypto';
import { pinoHttp } from 'pino-http';
import type { HttpLogger, Options } from 'pino-http';
import type { Logger } from './log.js';

/** A line a request: method, path, status, time. No query (it may hold a search for a name), no address, no headers. */
export function requestLog(log: Logger): HttpLogger {
  const options: Options = {
    logger: log,
    genReqId: () => randomUUID(),
    serializers: {
      req: (request: { id: unknown; method: string; url: string }) => ({
        id: request.id,
        method: request.method,
        path: pathOf(request.url),
      }),
      res: (response: { statusCode: number }) => ({ status: response.statusCode }),
    },
    customLogLevel: (_request, response, error) => {
      if (error || response.statusCode >= 500) return 'error';
      return 'debug';
    },
  };
  return pinoHttp(options);
}

/** The secret of a status page is a key: it is left out. */
function pathOf(url: string): string {
  return (url.split('?')[0] ?? '').replace(/(\/status\/).+/, '$1***');
}
