import { isUtf8 } from 'node:buffer';
import type { NextFunction, Request, Response } from 'express';
import { PlatformRefusal, malformed } from '../problems/refusal.js';
import { unreadableTexts } from './text.js';

const WITH_BODY = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);
const JSON_TYPE = /^application\/json\s*(;\s*charset\s*=\s*"?utf-?8"?\s*)?$/i;

const FORM_TYPE = /^application\/x-www-form-urlencoded\s*(;|$)/i;

/**
 * 415 for a body that is not JSON in UTF-8. A request without a body needs no content type.
 * @param forms  paths to which a page without script posts a form.
 */
export function jsonOnly(forms: RegExp) {
  return (request: Request, _response: Response, next: NextFunction): void => {
    const { 'transfer-encoding': encoding, 'content-length': length, 'content-type': type } = request.headers;
    const hasBody = encoding !== undefined || Number(length ?? 0) > 0;
    const accepted = type === undefined ? !hasBody : JSON_TYPE.test(type.trim());
    const posted = request.method === 'POST' && isForm(request) && forms.test(request.path);
    if (!WITH_BODY.has(request.method) || accepted || posted) return next();
    next(
      new PlatformRefusal({
        status: 415,
        code: 'unsupported-media-type',
        detail: 'Send JSON i UTF-8: Content-Type: application/json.',
      }),
    );
  };
}

/** Whether the request is a form's. */
export const isForm = ({ headers }: Request): boolean => FORM_TYPE.test(headers['content-type']?.trim() ?? '');

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
  const text = bytes.toString('utf8');
  try {
    request.body = isForm(request) ? Object.fromEntries(new URLSearchParams(text)) : (JSON.parse(text) as unknown);
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
