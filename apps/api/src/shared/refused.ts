import type { Refusal, RefusalCode } from '#domain/model/refusal.js';
import { HttpRefusal } from '#platform/problems/http-refusal.js';
import type { InputError } from '#platform/problems/http-refusal.js';
import { STATUS_BY_REFUSAL_CODE } from '#contracts/http/shared/problem.js';

/** The HTTP refusal of a domain refusal. */
export function refused({ code, detail, unblock, more }: Refusal, errors?: readonly InputError[]): HttpRefusal {
  return new HttpRefusal({
    status: STATUS_BY_REFUSAL_CODE[code],
    code,
    detail,
    ...(errors && { errors }),
    extensions: { ...more, ...(unblock && { unblock }) },
  });
}

export const refusedWith = (code: RefusalCode, detail: string, errors?: readonly InputError[]): HttpRefusal =>
  refused({ code, detail }, errors);

/** The same answer for a case that does not exist and one that the caller may not see. */
export const noSuchCase = (): HttpRefusal => refusedWith('not-found', 'Saken finnes ikke.');
