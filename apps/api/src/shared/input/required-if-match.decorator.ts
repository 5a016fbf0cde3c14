import { createParamDecorator } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { malformed } from '#platform/problems/http-refusal.js';
import { requestedVersion } from './if-match.decorator.js';

/** The version the caller saw, which an edit must state. Undefined for `*`, any version. */
export const RequiredIfMatch = createParamDecorator((_: unknown, context: ExecutionContext): number | undefined => {
  const header = context.switchToHttp().getRequest<Request>().headers['if-match'];
  if (header !== undefined) return requestedVersion(header);
  throw malformed(
    {
      nb: 'Si hvilken versjon du har sett: If-Match mangler.',
      en: 'Say which version you have seen: If-Match is missing.',
    },
    [{ pointer: 'If-Match', detail: 'is required, with the ETag of what is changed' }],
  );
});
