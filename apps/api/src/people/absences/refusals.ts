import type { RefusalCode } from '#domain/model/refusal.js';

/** What the routes of absences may refuse with. */
export const READING: readonly RefusalCode[] = ['forbidden', 'not-found'];
export const TAKING_BACK: readonly RefusalCode[] = [...READING, 'in-the-past'];
const SAYING: readonly RefusalCode[] = [
  ...READING,
  'same-person',
  'held',
  'already-closed',
  'unknown-person',
  'out-of-range',
  'too-large',
];
export const ADDING: readonly RefusalCode[] = [...SAYING, 'key-reused'];
export const CHANGING: readonly RefusalCode[] = [...SAYING, 'in-the-past'];
