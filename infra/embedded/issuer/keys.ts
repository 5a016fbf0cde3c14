import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { exportJWK, generateKeyPair } from 'jose';
import type { JWK } from 'jose';

/** Signing keys of the issuer. Stored, so that sign-ins survive a restart. */
export interface IssuerKeys {
  readonly jwks: { readonly keys: readonly JWK[] };
  readonly cookieKeys: readonly string[];
}

export async function openKeys(dir: string): Promise<IssuerKeys> {
  const file = path.join(dir, 'keys.json');
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as IssuerKeys;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const key = { ...(await exportJWK(privateKey)), kid: randomBytes(6).toString('hex'), use: 'sig', alg: 'RS256' };
  const created: IssuerKeys = { jwks: { keys: [key] }, cookieKeys: [randomBytes(32).toString('base64url')] };
  mkdirSync(dir, { recursive: true });
  writeFileSync(`${file}.new`, JSON.stringify(created), { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return created;
}
