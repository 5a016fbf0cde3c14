import { randomBytes } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';

/** What is made up once, at the first start, and kept. */
export interface Installation {
  readonly id: string;
  /** Key of keyed hashes. */
  readonly secret: string;
  readonly postgresPassword: string;
}

export function openInstallation(file: string): Installation {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Installation;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const made: Installation = {
    id: randomBytes(5).toString('hex'),
    secret: randomBytes(32).toString('base64url'),
    postgresPassword: randomBytes(18).toString('base64url'),
  };
  writeFileSync(`${file}.new`, `${JSON.stringify(made, undefined, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return made;
}
