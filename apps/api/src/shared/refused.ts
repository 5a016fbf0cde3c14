import type { Refusal, RefusalCode } from '#domain/model/refusal.js';
import { PlatformRefusal } from '#platform/problems/refusal.js';
import type { InputError } from '#platform/problems/refusal.js';
import { STATUS_OF } from '#contracts/http/statuses.js';

/** A refusal of the domain, or one with a code of its list, on its way out. */
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

/** There is no such case, or none that the caller may see: the same answer. */
export const noSuchCase = (): PlatformRefusal => refusedWith('not-found', 'Saken finnes ikke.');
