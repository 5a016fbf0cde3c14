import { createParamDecorator } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { malformed } from '#platform/problems/http-refusal.js';
import { refusedWith } from '../refused.js';

/** The ETags that the API gives out, for the OpenAPI document. */
export const IF_MATCH = '^(?:\\*|"[0-9]{1,9}")$';

/** Those of RFC 9110. */
const ETAGS = /^\s*(?:\*|(?:W\/)?"[\x21\x23-\x7e]*"(?:\s*,\s*(?:W\/)?"[\x21\x23-\x7e]*")*)\s*$/;

/**
 * The version in an `If-Match` header; undefined when there is none or it is `*`. The newest of several ETags is used.
 * @throws HttpRefusal 412 where none is an ETag of ours. A weak one never matches (RFC 9110 13.1.1): a proxy that compresses
 * answers makes ETags weak or adds to them (docs/http.md).
 */
export function requestedVersion(header: string | undefined): number | undefined {
  if (header === undefined || header.trim() === '*') return undefined;
  if (!ETAGS.test(header)) {
    throw malformed({ nb: 'If-Match er ingen ETag.', en: 'If-Match is no ETag.' }, [
      { pointer: 'If-Match', detail: 'must be an ETag such as "7"' },
    ]);
  }
  const tags = header.split(',').map((tag) => /^"(\d{1,9})"$/.exec(tag.trim())?.[1]);
  const versions = tags.filter((digits) => digits !== undefined).map(Number);
  if (versions.length > 0) return Math.max(...versions);
  throw refusedWith(
    'stale',
    {
      nb: 'If-Match er ikke slik vi gav den: send versjonen i anførselstegn, for eksempel "7".',
      en: 'If-Match is not as we gave it: send the version in quotes, such as "7".',
    },
    [{ pointer: 'If-Match', detail: 'is weak or of another server; send the version in quotes, such as "7"' }],
  );
}

export const IfMatch = createParamDecorator((_: unknown, context: ExecutionContext): number | undefined =>
  requestedVersion(context.switchToHttp().getRequest<Request>().headers['if-match']),
);
