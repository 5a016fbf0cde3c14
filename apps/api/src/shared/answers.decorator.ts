import { applyDecorators } from '@nestjs/common';
import { ApiExtension, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { REFUSAL_STATUSES } from '#domain/model/refusal.js';
import type { RefusalCode } from '#domain/model/refusal.js';
import { problem } from '#contracts/http/shared/problem.js';

export interface AnswersOptions {
  readonly tag: string;
  readonly summary: string;
  /** Response schemas by status; null for an empty body. */
  readonly ok: Readonly<Record<number, z.ZodType | null>>;
  /** Refusal codes of this route, in addition to those of every route. */
  readonly refusals?: readonly RefusalCode[];
  readonly public?: boolean;
}

/** Declares every status of a route and the refusal codes behind each. The OpenAPI document is generated from it. */
export function Answers({ tag, summary, ok, refusals = [], public: open = false }: AnswersOptions): MethodDecorator {
  const codes = [
    ...new Set<RefusalCode>(['malformed', 'unavailable', ...(open ? [] : (['signed-out'] as const)), ...refusals]),
  ];
  const byStatus = new Map<number, RefusalCode[]>();
  for (const code of codes)
    byStatus.set(REFUSAL_STATUSES[code], [...(byStatus.get(REFUSAL_STATUSES[code]) ?? []), code]);
  return applyDecorators(
    ApiTags(tag),
    ApiOperation({ summary }),
    ...Object.entries(ok).map(([status, schema]) =>
      ApiResponse({ status: Number(status), description: summary, ...(schema && { standardSchema: schema }) }),
    ),
    ...[...byStatus]
      .filter(([status]) => !(status in ok))
      .map(([status, list]) =>
        ApiResponse({ status, description: `Refused: ${list.join(', ')}`, standardSchema: problem }),
      ),
    ApiExtension('x-refusals', codes),
  );
}
