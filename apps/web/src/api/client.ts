import createClient from 'openapi-fetch';
import i18next from 'i18next';
import { earlyAnswer } from './early-answers.js';
import type { components, paths } from './schema.js';

export type Schemas = components['schemas'];
export type Problem = Schemas['Problem'];

/** The only way to the server. Types come from apps/api/openapi.json (`node infra/web-client.mjs` writes them). */
export const api = createClient<paths>({
  baseUrl: window.location.origin,
  fetch: (request) => earlyAnswer(request) ?? fetch(request),
});

/** Raised on `window` when an answer says that nobody is signed in. */
export const SIGNED_OUT = 'stafett:signed-out';

api.use({
  onRequest({ request }) {
    request.headers.set('Accept-Language', i18next.language);
    return request;
  },
  onResponse({ response, request }) {
    const isStart = request.url.endsWith('/api/v1/me');
    if (response.status === 401 && !isStart) window.dispatchEvent(new Event(SIGNED_OUT));
  },
});

/** What the server refused, with its own sentence. */
export class Refused extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail);
  }
}

/** The body of an answer. @throws Refused when the server refused; TypeError when it was not reached. */
export async function answerOf<T>(
  asked: Promise<{ readonly data?: T; readonly error?: unknown; readonly response: Response }>,
): Promise<T> {
  const { data, error, response } = await asked;
  if (response.ok) return data as T;
  throw new Refused(isProblem(error) ? error : unreadable(response.status));
}

const isProblem = (error: unknown): error is Problem =>
  typeof error === 'object' && error !== null && 'code' in error && 'detail' in error;

/** An answer from something in between, such as a proxy. */
const unreadable = (status: number): Problem => ({
  type: 'about:blank',
  title: '',
  status,
  code: 'unavailable',
  detail: '',
});
