import { hkdfSync } from 'node:crypto';

/** 256 bits for one purpose, out of the installation's secret: what leaks of one purpose is no use for another. */
export const derivedKey = (secret: string, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, 'stafett', purpose, 32));
