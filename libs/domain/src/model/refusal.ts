import type { Label } from '../process/process-document.js';

/** Every refusal code, with the HTTP status by which it is answered. */
export const REFUSAL_STATUSES = {
  malformed: 400,
  'sensitive-number': 400,
  'signed-out': 401,
  'not-yours': 403,
  'not-receiver': 403,
  'same-person': 403,
  forbidden: 403,
  'not-found': 404,
  superseded: 409,
  'not-in-phase': 409,
  'gate-blocked': 409,
  'no-open-handover': 409,
  'handover-open': 409,
  'legal-item': 409,
  'already-closed': 409,
  'file-in-use': 409,
  held: 409,
  'upload-offset': 409,
  withdrawn: 410,
  stale: 412,
  'upload-protocol': 412,
  'too-large': 413,
  'out-of-range': 422,
  'bad-fact': 422,
  'unknown-item': 422,
  'unknown-person': 422,
  'unknown-file': 422,
  'unknown-document': 422,
  'unknown-proof': 422,
  'in-the-past': 422,
  'in-the-future': 422,
  'file-empty': 422,
  'file-type': 422,
  'file-encoding': 422,
  'file-active': 422,
  'file-damaged': 422,
  'file-bomb': 422,
  'file-infected': 422,
  'key-reused': 422,
  'slow-down': 429,
  'outcome-unknown': 503,
  unavailable: 503,
  'storage-full': 507,
} as const;

export type RefusalCode = keyof typeof REFUSAL_STATUSES;

export const REFUSAL_CODES = Object.keys(REFUSAL_STATUSES) as readonly RefusalCode[];

export const isRefusalCode = (text: unknown): text is RefusalCode =>
  typeof text === 'string' && Object.hasOwn(REFUSAL_STATUSES, text);

export interface Unblock {
  readonly command: string;
  readonly fact?: string;
  readonly item?: string;
  readonly role: string;
  readonly text: Label;
}

/**
 * An expected refusal: a stable code, a sentence for a person in both languages, and what would unblock it. A value, never
 * thrown by the domain. Between `decide` and the HTTP answer it changes shape twice:
 * 1. `workflows/src/refusal-failure.ts` packs it, whole, into a Temporal failure; `libs/engine/src/failures.ts` unpacks it.
 * 2. `apps/api/src/shared/refused.ts` makes the problem document of it, which `ProblemsFilter` sends in the caller's
 *    language.
 */
export interface Refusal {
  readonly code: RefusalCode;
  readonly detail: Label;
  readonly unblock?: Unblock;
  /** Extra members for the problem document, e.g. `newer` for `superseded`, `until` for `held`. */
  readonly more?: Readonly<Record<string, unknown>>;
}

export function refuse(code: RefusalCode, detail: Label, unblock?: Unblock, more?: Refusal['more']): Refusal {
  return { code, detail, ...(unblock && { unblock }), ...(more && { more }) };
}

/** An idempotency key came again with another request. */
export const KEY_REUSED: Refusal = refuse('key-reused', {
  nb: 'Nøkkelen er brukt før med et annet innhold.',
  en: 'The key has been used before with other content.',
});
