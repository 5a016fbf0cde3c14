import { CompactEncrypt, compactDecrypt, errors } from 'jose';
import { derivedKey } from './derived-key.js';

const HEADER = { alg: 'dir', enc: 'A256GCM' };

/** Encrypts text for storage in the database: a compact JWE with a key of its own for each purpose. */
export const seal = (secret: string, purpose: string, text: string): Promise<string> =>
  new CompactEncrypt(new TextEncoder().encode(text)).setProtectedHeader(HEADER).encrypt(derivedKey(secret, purpose));

/** Decrypts sealed text. Undefined when the secret or purpose differs, or when the sealed text was changed. */
export async function unseal(secret: string, purpose: string, sealed: string): Promise<string | undefined> {
  try {
    const { plaintext } = await compactDecrypt(sealed, derivedKey(secret, purpose), {
      keyManagementAlgorithms: [HEADER.alg],
      contentEncryptionAlgorithms: [HEADER.enc],
    });
    return new TextDecoder().decode(plaintext);
  } catch (error) {
    if (error instanceof errors.JOSEError) return undefined;
    throw error;
  }
}
