import type { RefusalCode } from '#domain/model/refusal.js';

/** Refusal codes that the absence routes declare. */
export const LIST_REFUSALS: readonly RefusalCode[] = ['forbidden', 'not-found'];
export const TAKE_BACK_REFUSALS: readonly RefusalCode[] = [...LIST_REFUSALS, 'in-the-past'];
const WRITE_REFUSALS: readonly RefusalCode[] = [
  ...LIST_REFUSALS,
  'same-person',
  'held',
  'already-closed',
  'unknown-person',
  'out-of-range',
  'too-large',
];
export const ADD_REFUSALS: readonly RefusalCode[] = [...WRITE_REFUSALS, 'key-reused'];
export const CHANGE_REFUSALS: readonly RefusalCode[] = [...WRITE_REFUSALS, 'in-the-past'];
