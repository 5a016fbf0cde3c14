import type { RefusalCode } from '#domain/model/refusal.js';

/** Refusal codes that the absence routes declare. */
export const READING: readonly RefusalCode[] = ['forbidden', 'not-found'];
export const TAKING_BACK: readonly RefusalCode[] = [...READING, 'in-the-past'];
const WRITE_REFUSALS: readonly RefusalCode[] = [
  ...READING,
  'same-person',
  'held',
  'already-closed',
  'unknown-person',
  'out-of-range',
  'too-large',
];
export const ADDING: readonly RefusalCode[] = [...WRITE_REFUSALS, 'key-reused'];
export const CHANGING: readonly RefusalCode[] = [...WRITE_REFUSALS, 'in-the-past'];
