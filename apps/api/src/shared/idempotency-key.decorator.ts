import { randomUUID } from 'node:crypto';
import { createParamDecorator } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { malformed } from '#platform/problems/http-refusal.js';

export const IDEMPOTENCY_KEY = /^[\x21-\x7e]{1,200}$/;

/** The Idempotency-Key header: 1-200 visible ASCII characters. A random key is used when the caller sends none. */
export const IdempotencyKey = createParamDecorator((_: unknown, context: ExecutionContext): string => {
  const header = context.switchToHttp().getRequest<Request>().headers['idempotency-key'];
  if (header === undefined) return randomUUID();
  if (typeof header === 'string' && IDEMPOTENCY_KEY.test(header)) return header;
  throw malformed(
    {
      nb: 'Idempotency-Key er ikke 1-200 synlige ASCII-tegn.',
      en: 'Idempotency-Key is not 1-200 visible ASCII characters.',
    },
    [{ pointer: 'Idempotency-Key', detail: 'must be 1-200 visible ASCII characters' }],
  );
});
