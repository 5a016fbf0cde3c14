import { createParamDecorator } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { malformed } from '#platform/problems/refusal.js';

const ETAGS = /^\s*(?:\*|(?:W\/)?"[\x21\x23-\x7e]*"(?:\s*,\s*(?:W\/)?"[\x21\x23-\x7e]*")*)\s*$/;

/** No version of a case: an ETag that is not ours can never match. */
const NEVER = 0;

/**
 * The version that `If-Match` asks for; undefined for none and for `*`.
 * Of several ETags the newest counts; a weak one never matches (RFC 9110 13.1.1).
 */
export function versionAsked(header: string | undefined): number | undefined {
  if (header === undefined || header.trim() === '*') return undefined;
  if (!ETAGS.test(header)) {
    throw malformed('If-Match er ingen ETag.', [{ pointer: 'If-Match', detail: 'must be an ETag such as "7"' }]);
  }
  const versions = [...header.matchAll(/(W\/)?"(\d{1,9})"/g)]
    .filter(([, weak]) => !weak)
    .map(([, , digits]) => Number(digits));
  return versions.length > 0 ? Math.max(...versions) : NEVER;
}

export const IfMatch = createParamDecorator((_: unknown, context: ExecutionContext): number | undefined =>
  versionAsked(context.switchToHttp().getRequest<Request>().headers['if-match']),
);
