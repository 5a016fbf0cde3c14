import { createParamDecorator } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { malformed } from '#platform/problems/http-refusal.js';

const ETAGS = /^\s*(?:\*|(?:W\/)?"[\x21\x23-\x7e]*"(?:\s*,\s*(?:W\/)?"[\x21\x23-\x7e]*")*)\s*$/;

/** No case has version 0, so an unknown ETag never matches. */
const NO_VERSION = 0;

/**
 * The version in an `If-Match` header; undefined when there is none or it is `*`.
 * The newest of several ETags is used; a weak ETag never matches (RFC 9110 13.1.1).
 */
export function requestedVersion(header: string | undefined): number | undefined {
  if (header === undefined || header.trim() === '*') return undefined;
  if (!ETAGS.test(header)) {
    throw malformed('If-Match er ingen ETag.', [{ pointer: 'If-Match', detail: 'must be an ETag such as "7"' }]);
  }
  const versions = [...header.matchAll(/(W\/)?"(\d{1,9})"/g)]
    .filter(([, weak]) => !weak)
    .map(([, , digits]) => Number(digits));
  return versions.length > 0 ? Math.max(...versions) : NO_VERSION;
}

export const IfMatch = createParamDecorator((_: unknown, context: ExecutionContext): number | undefined =>
  requestedVersion(context.switchToHttp().getRequest<Request>().headers['if-match']),
);
