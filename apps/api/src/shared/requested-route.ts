import { AsyncLocalStorage } from 'node:async_hooks';
import type { Request, RequestHandler } from 'express';

const requests = new AsyncLocalStorage<Request>();

/** Remembers the request while it is handled. Stands after what reads the body, whose streams have another context. */
export const rememberRequest: RequestHandler = (request, _response, next) => {
  requests.run(request, next);
};

/** The requested route, e.g. `GET /api/v1/collaborations/:id`, for the audit log; undefined outside of a request. */
export function requestedRoute(): string | undefined {
  const request = requests.getStore();
  const { path } = (request?.route ?? {}) as { readonly path?: unknown };
  return request && typeof path === 'string' ? `${request.method} ${path}` : undefined;
}
