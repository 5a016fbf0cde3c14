import { refusedWith } from '../../shared/refused.js';
import type { Refused } from '../../shared/refused.js';

/** The same answer for a document that does not exist and one that the caller may not see. */
export const noSuchDocument = (): Refused =>
  refusedWith('not-found', { nb: 'Saken har ikke dette dokumentet.', en: 'The case has no such document.' });
