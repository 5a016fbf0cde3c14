import type { RefusalCode } from '#domain/model/refusal.js';

/** Every refusal code; a failure of any other type is an error. The compiler keeps the list complete. */
const CODES: Readonly<Record<RefusalCode, true>> = {
  malformed: true,
  'signed-out': true,
  'not-yours': true,
  'not-receiver': true,
  'same-person': true,
  forbidden: true,
  'not-found': true,
  stale: true,
  'too-large': true,
  'out-of-range': true,
  'bad-fact': true,
  'unknown-item': true,
  'unknown-person': true,
  'in-the-past': true,
  'in-the-future': true,
  'key-reused': true,
  superseded: true,
  'not-in-phase': true,
  'gate-blocked': true,
  'no-open-handover': true,
  'handover-open': true,
  'legal-item': true,
  'already-closed': true,
  held: true,
  'slow-down': true,
  'outcome-unknown': true,
  unavailable: true,
};

export function isRefusalCode(type: string | null | undefined): type is RefusalCode {
  return typeof type === 'string' && Object.hasOwn(CODES, type);
}
