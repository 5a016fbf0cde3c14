import type { Refusal, RefusalCode } from '#domain/model/refusal.js';
import { PlatformRefusal } from '#platform/problems/refusal.js';
import type { InputError } from '#platform/problems/refusal.js';
import { STATUS_OF } from '#contracts/http/statuses.js';

/** The HTTP refusal of a domain refusal. */
export function refused({ code, detail, unblock, more }: Refusal, errors?: readonly InputError[]): PlatformRefusal {
  return new PlatformRefusal({
    status: STATUS_OF[code],
    code,
    detail,
    ...(errors && { errors }),
    more: { ...more, ...(unblock && { unblock }) },
  });
}

export const refusedWith = (code: RefusalCode, detail: string, errors?: readonly InputError[]): PlatformRefusal =>
  refused({ code, detail }, errors);

/** The same answer for a case that does not exist and one that the caller may not see. */
export const noSuchCase = (): PlatformRefusal => refusedWith('not-found', 'Saken finnes ikke.');
