import { isUtf8 } from 'node:buffer';
import type { NextFunction, Request, Response } from 'express';
import { PlatformRefusal, malformed } from '../problems/refusal.js';
import { unreadableTexts } from './text.js';

const NOT_UTF8 = 'not-utf8';
const WITH_BODY = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/** 415 for a body that is not JSON. A request without a body needs no content type. */
export function jsonOnly(request: Request, _response: Response, next: NextFunction): void {
  const hasBody =
    request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length'] ?? 0) > 0;
  const type = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase();
  const other = hasBody ? type !== 'application/json' : type !== '' && type !== 'application/json';
  if (!WITH_BODY.has(request.method) || !other) return next();
  next(
    new PlatformRefusal({
      status: 415,
      code: 'unsupported-media-type',
      detail: 'Send JSON: Content-Type: application/json.',
    }),
  );
}

/** For the body parser's `verify`: bytes that are no UTF-8 would otherwise become question marks in silence. */
export function requireUtf8(_request: unknown, _response: unknown, bytes: Buffer): void {
  if (!isUtf8(bytes)) throw Object.assign(new Error('not UTF-8'), { type: NOT_UTF8 });
}

/** What the body parser throws, in our words. Stands right behind it. */
export function unreadableBody(error: unknown, _request: Request, _response: Response, next: NextFunction): void {
  if (!(error instanceof Error)) return next(error);
  const type = 'type' in error ? error.type : undefined;
  if (type === NOT_UTF8) return next(malformed('The body is not UTF-8.', [{ pointer: '', detail: 'is not UTF-8' }]));
  if (type === 'entity.parse.failed')
    return next(malformed('The body is not JSON.', [{ pointer: '', detail: 'is not JSON' }]));
  next(error);
}

/** Refuses text that cannot be stored, wherever in the body it is. Stands behind the body parser. */
export function storableText(request: Request, _response: Response, next: NextFunction): void {
  const errors = unreadableTexts(request.body);
  next(errors.length > 0 ? malformed('The body holds text that cannot be stored.', errors.slice(0, 50)) : undefined);
}
