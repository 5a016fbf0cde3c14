import { randomBytes } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';

/** Identity and secrets of the installation: generated at the first start and stored. */
export interface Installation {
  readonly id: string;
  /** Key for keyed hashes and derived tokens. */
  readonly secret: string;
  readonly postgresPassword: string;
}

export function readOrCreateInstallation(file: string): Installation {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Installation;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const created: Installation = {
    id: randomBytes(5).toString('hex'),
    secret: randomBytes(32).toString('base64url'),
    postgresPassword: randomBytes(18).toString('base64url'),
  };
  writeFileSync(`${file}.new`, `${JSON.stringify(created, undefined, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return created;
}
