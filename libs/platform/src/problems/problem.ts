import { STATUS_CODES } from 'node:http';
import type { InputError, RefusalResponse } from './http-refusal.js';

/** Problem document of RFC 9457, with a stable `code` for programs. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly errors?: readonly InputError[];
  readonly [member: string]: unknown;
}

export const PROBLEM_TYPE = 'application/problem+json';

export function problemOf({ status, code, detail, errors, extensions }: RefusalResponse): Problem {
  return {
    ...extensions,
    type: `urn:stafett:problem:${code}`,
    title: STATUS_CODES[status] ?? 'Error',
    status,
    code,
    detail,
    ...(errors ? { errors } : {}),
  };
}
