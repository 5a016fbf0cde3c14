import { REFUSAL_STATUSES } from '#domain/model/refusal.js';
import type { Refusal, RefusalCode } from '#domain/model/refusal.js';
import { HttpRefusal } from '#platform/problems/http-refusal.js';
import type { Label } from '#domain/process/process-document.js';
import type { HttpRefusalOptions, InputError } from '#platform/problems/http-refusal.js';

/** A refusal by the rules on its way to the answer. A caller that gives many commands takes `refusal` out instead. */
export class Refused extends HttpRefusal {
  constructor(
    readonly refusal: Refusal,
    { errors, headers }: Pick<HttpRefusalOptions, 'errors' | 'headers'> = {},
  ) {
    const { code, detail, unblock, more } = refusal;
    const extensions = { ...more, ...(unblock && { unblock }) };
    super({ status: REFUSAL_STATUSES[code], code, detail, errors, extensions, ...(headers && { headers }) });
  }
}

export const refused = (refusal: Refusal, errors?: readonly InputError[]): Refused => new Refused(refusal, { errors });

/** @throws Refused unless the rules allow it */
export function requireAllowed(refusal: Refusal | null): void {
  if (refusal) throw refused(refusal);
}

export const refusedWith = (code: RefusalCode, detail: Label, errors?: readonly InputError[]): Refused =>
  refused({ code, detail }, errors);

/** The same answer for a case that does not exist and one that the caller may not see. */
export const noSuchCase = (): Refused =>
  refusedWith('not-found', { nb: 'Saken finnes ikke.', en: 'The case does not exist.' });
