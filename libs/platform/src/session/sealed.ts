import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { derivedKey } from './derived-key.js';

const CIPHER = 'aes-256-gcm';
const IV = 12;
const TAG = 16;

/** Text that is kept but must not be read in the table: AES-GCM, `iv | tag | text` in base64url. */
export function seal(secret: string, purpose: string, text: string): string {
  const iv = randomBytes(IV);
  const cipher = createCipheriv(CIPHER, derivedKey(secret, purpose), iv);
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url');
}

/** @throws Error when it was sealed with another secret, for another purpose, or has been changed. */
export function unseal(secret: string, purpose: string, sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64url');
  const decipher = createDecipheriv(CIPHER, derivedKey(secret, purpose), bytes.subarray(0, IV));
  decipher.setAuthTag(bytes.subarray(IV, IV + TAG));
  return Buffer.concat([decipher.update(bytes.subarray(IV + TAG)), decipher.final()]).toString('utf8');
}
