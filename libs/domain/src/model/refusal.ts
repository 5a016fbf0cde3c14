/**
 * An expected refusal: a stable code, a sentence for a person and what would unblock it. A value, never thrown by the
 * domain.
 */
export type RefusalCode =
  | 'malformed'
  | 'signed-out'
  | 'not-yours'
  | 'not-receiver'
  | 'same-person'
  | 'forbidden'
  | 'not-found'
  | 'stale'
  | 'too-large'
  | 'out-of-range'
  | 'bad-fact'
  | 'unknown-item'
  | 'unknown-person'
  | 'in-the-past'
  | 'in-the-future'
  | 'key-reused'
  | 'superseded'
  | 'not-in-phase'
  | 'gate-blocked'
  | 'no-open-handover'
  | 'handover-open'
  | 'legal-item'
  | 'already-closed'
  | 'held'
  | 'slow-down'
  | 'outcome-unknown'
  | 'unavailable';

export interface Unblock {
  readonly command: string;
  readonly fact?: string;
  readonly item?: string;
  readonly role: string;
  readonly text: string;
}

export interface Refusal {
  readonly code: RefusalCode;
  readonly detail: string;
  readonly unblock?: Unblock;
  /** Extra members for the problem document, e.g. `newer` for `superseded`, `until` for `held`. */
  readonly more?: Readonly<Record<string, unknown>>;
}

export function refuse(code: RefusalCode, detail: string, unblock?: Unblock, more?: Refusal['more']): Refusal {
  return { code, detail, ...(unblock && { unblock }), ...(more && { more }) };
}

/** An idempotency key came again with another request. */
export const KEY_REUSED: Refusal = refuse('key-reused', 'Nøkkelen er brukt før med et annet innhold.');
