import { isUtf8 } from 'node:buffer';
import type { NextFunction, Request, Response } from 'express';
import { PlatformRefusal, malformed } from '../problems/refusal.js';
import { unreadableTexts } from './text.js';

const WITH_BODY = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);
const JSON_TYPE = /^application\/json\s*(;\s*charset\s*=\s*"?utf-?8"?\s*)?$/i;

/** 415 for a body that is not JSON in UTF-8. A request without a body needs no content type. */
export function jsonOnly(request: Request, _response: Response, next: NextFunction): void {
  const { 'transfer-encoding': encoding, 'content-length': length, 'content-type': type } = request.headers;
  const hasBody = encoding !== undefined || Number(length ?? 0) > 0;
  const accepted = type === undefined ? !hasBody : JSON_TYPE.test(type.trim());
  if (!WITH_BODY.has(request.method) || accepted) return next();
  next(
    new PlatformRefusal({
      status: 415,
      code: 'unsupported-media-type',
      detail: 'Send JSON i UTF-8: Content-Type: application/json.',
    }),
  );
}

/** Reads the bytes that the raw body parser left: strict UTF-8, strict JSON, and only text that can be stored. */
export function readJson(request: Request, _response: Response, next: NextFunction): void {
  const bytes: unknown = request.body;
  if (!Buffer.isBuffer(bytes)) return next();
  // Browsers say `Content-Length: 0` of a POST without a body.
  if (bytes.length === 0) {
    request.body = undefined;
    return next();
  }
  const wrong = (detail: string) => next(malformed('Innholdet kan ikke leses.', [{ pointer: '', detail }]));
  if (!isUtf8(bytes)) return wrong('is not UTF-8');
  try {
    request.body = JSON.parse(bytes.toString('utf8')) as unknown;
  } catch {
    return wrong('is not JSON');
  }
  const errors = unreadableTexts(request.body);
  if (errors.length === 0) return next();
  next(malformed('Innholdet har tekst som ikke kan lagres.', errors.slice(0, 50)));
}

/** The same for what stands in the address. */
export function storableQuery(request: Request, _response: Response, next: NextFunction): void {
  const errors = unreadableTexts(request.query);
  next(errors.length > 0 ? malformed('Adressen har tekst som ikke kan lagres.', errors.slice(0, 50)) : undefined);
}
