import { isUtf8 } from 'node:buffer';
import type { NextFunction, Request, Response } from 'express';
import { HttpRefusal, malformed } from '../problems/http-refusal.js';
import type { InputError } from '../problems/http-refusal.js';
import { isWindows1252 } from './windows-1252.js';
import { normalInput } from './storable-text.js';

const METHODS_WITH_BODY = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);
const JSON_TYPE = /^application\/json\s*(;\s*charset\s*=\s*"?utf-?8"?\s*)?$/i;

const FORM_TYPE = /^application\/x-www-form-urlencoded\s*(;|$)/i;

/**
 * Middleware that answers 415 to a body that is not JSON in UTF-8. A request without a body needs no content type.
 * @param forms  paths that also accept an HTML form, for pages without JavaScript.
 * @param isStreamed  a body that its route reads itself, of another type.
 */
export function requireJsonBody(forms: readonly RegExp[], isStreamed: (request: Request) => boolean = () => false) {
  return (request: Request, _response: Response, next: NextFunction): void => {
    const { 'transfer-encoding': encoding, 'content-length': length, 'content-type': type } = request.headers;
    const hasBody = encoding !== undefined || Number(length ?? 0) > 0;
    const accepted = type === undefined ? !hasBody : JSON_TYPE.test(type.trim());
    const isAcceptedForm =
      request.method === 'POST' && isFormRequest(request) && forms.some((form) => form.test(request.path));
    if (!METHODS_WITH_BODY.has(request.method) || accepted || isAcceptedForm || isStreamed(request)) return next();
    next(
      new HttpRefusal({
        status: 415,
        code: 'unsupported-media-type',
        detail: {
          nb: 'Send JSON i UTF-8: Content-Type: application/json.',
          en: 'Send JSON in UTF-8: Content-Type: application/json.',
        },
      }),
    );
  };
}

/** Middleware after the body is read and before it is parsed: 413 to one of more than `bytes` on one of these paths. */
export function limitBody(bytes: number, isLimited: (path: string) => boolean) {
  return (request: Request, _response: Response, next: NextFunction): void => {
    const body: unknown = request.body;
    if (!Buffer.isBuffer(body) || body.length <= bytes || !isLimited(request.path)) return next();
    next(
      new HttpRefusal({
        status: 413,
        code: 'too-large',
        detail: { nb: `Innholdet er større enn ${bytes} byte.`, en: `The content is larger than ${bytes} bytes.` },
      }),
    );
  };
}

export const isFormRequest = ({ headers }: Request): boolean => FORM_TYPE.test(headers['content-type']?.trim() ?? '');

/**
 * Middleware that parses the raw body: strict UTF-8, JSON or a form. All text reaches the routes in its normal form, so that
 * what was typed on different machines is stored, compared and hashed as the same.
 */
export function parseBody(request: Request, _response: Response, next: NextFunction): void {
  const bytes: unknown = request.body;
  if (!Buffer.isBuffer(bytes)) return next();
  // Browsers send `Content-Length: 0` with a POST without a body.
  if (bytes.length === 0) {
    request.body = undefined;
    return next();
  }
  const refuse = (detail: string) =>
    next(malformed({ nb: 'Innholdet kan ikke leses.', en: 'The content cannot be read.' }, [{ pointer: '', detail }]));
  if (!isUtf8(bytes)) return refuse(isWindows1252(bytes) ? 'is in Windows-1252, not UTF-8' : 'is not UTF-8');
  const text = bytes.toString('utf8');
  let parsed: unknown;
  try {
    parsed = isFormRequest(request) ? Object.fromEntries(new URLSearchParams(text)) : JSON.parse(text);
  } catch {
    return refuse('is not JSON');
  }
  const { value, errors, isTooDeep } = normalInput(parsed);
  request.body = value;
  if (errors.length === 0) return next();
  next(malformed(isTooDeep ? TOO_DEEP : NOT_STORABLE, errors.slice(0, 50)));
}

const TOO_DEEP = { nb: 'Innholdet har for mange nivåer inni hverandre.', en: 'The content is nested too deep.' };
const NOT_STORABLE = {
  nb: 'Innholdet har tekst som ikke kan lagres.',
  en: 'The content has text that cannot be stored.',
};

const QUERY_ERRORS = Symbol('parameters with text that is refused');

/** Middleware that brings the query into normal form. Parameters with text that is refused are left out and remembered. */
export function normalizeQuery(request: Request, _response: Response, next: NextFunction): void {
  const entries = Object.entries(request.query).map(([name, text]) => ({ name, ...normalInput({ [name]: text }) }));
  const kept = entries.filter(({ errors }) => errors.length === 0);
  // A getter in Express 5, which would parse the address again.
  Object.defineProperty(request, 'query', {
    value: Object.fromEntries(kept.flatMap(({ value }) => Object.entries(value as object))),
    configurable: true,
  });
  Object.assign(request, { [QUERY_ERRORS]: entries.flatMap(({ errors }) => errors) });
  next();
}

/** What `normalizeQuery` left out. */
export function queryErrorsOf(request: Request): readonly InputError[] {
  return (request as { [QUERY_ERRORS]?: readonly InputError[] })[QUERY_ERRORS] ?? [];
}
