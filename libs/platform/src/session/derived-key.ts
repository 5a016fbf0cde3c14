import { hkdfSync } from 'node:crypto';

/** 256-bit key for one purpose, derived from STAFETT_SECRET. A leaked key does not reveal the keys of other purposes. */
export const derivedKey = (secret: string, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, 'stafett', purpose, 32));
