import { randomUUID } from 'node:crypto';
import { createParamDecorator } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { malformed } from '#platform/problems/refusal.js';

const KEY = /^[\x21-\x7e]{1,200}$/;

/** The Idempotency-Key: 1-200 visible ASCII characters; made here when the caller gave none. */
export const IdempotencyKey = createParamDecorator((_: unknown, context: ExecutionContext): string => {
  const given = context.switchToHttp().getRequest<Request>().headers['idempotency-key'];
  if (given === undefined) return randomUUID();
  if (typeof given === 'string' && KEY.test(given)) return given;
  throw malformed('Idempotency-Key er ikke 1-200 synlige ASCII-tegn.', [
    { pointer: 'Idempotency-Key', detail: 'must be 1-200 visible ASCII characters' },
  ]);
});
