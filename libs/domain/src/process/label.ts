import type { Label } from './process-document.js';

/** A text for people, in bokmål and English. */
export const label = (nb: string, en: string): Label => ({ nb, en });
