import { createHash, createHmac, randomBytes } from 'node:crypto';
import canonicalize from 'canonicalize';

/** 256 random bits, for cookies and links. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** Hash under which a token is stored, so that a reader of the table cannot use the token. */
export const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('hex');

/** 256-bit token that only this installation can derive. The same label gives the same token. */
export const derivedToken = (secret: string, label: string): string =>
  createHmac('sha256', secret).update(label).digest('base64url');

/** Keyed hash of a JSON value. The order of keys does not matter. */
export const keyedHash = (secret: string, value: unknown): string =>
  createHmac('sha256', secret)
    .update(canonicalize(value) ?? '')
    .digest('base64url');
