import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { Home } from './home.js';
import { StepError } from './shared/step-error.js';
import { reasonOf } from './shared/wait.js';

/** Identity and secrets of the installation: generated at the first start and stored. */
export interface Installation {
  readonly id: string;
  /** Key for keyed hashes and derived tokens. */
  readonly secret: string;
  readonly postgresPassword: string;
  /** After a restore: the id by which the folder of the embedded Postgres was named. */
  readonly dataFolderId?: string;
}

const TITLE = 'Installation';
const WHAT_TO_DO =
  'Put the file back from a copy or a backup (docs/backup.md). Without it sessions, tokens and keyed hashes are lost, and so is ' +
  'the password of the embedded Postgres. For a new installation use an empty STAFETT_HOME. Nothing was changed.';

/**
 * The stored installation; a new one only in a folder that no start has used.
 * @throws StepError when the file is damaged, or is missing beside the data of an earlier start.
 */
export function readOrCreateInstallation(home: Home): Installation {
  const { installation: file } = home;
  if (existsSync(file)) return parse(file);
  const old = [home.postgres, home.temporal, home.issuer].find((folder) => isUsed(folder));
  if (old !== undefined)
    throw new StepError(TITLE, `${file} is missing, but ${old} holds the data of an installation.`, WHAT_TO_DO);
  const created: Installation = {
    id: randomBytes(5).toString('hex'),
    secret: randomBytes(32).toString('base64url'),
    postgresPassword: randomBytes(18).toString('base64url'),
  };
  writeInstallation(file, created);
  return created;
}

/** The file appears under its name only when it is complete. */
export function writeInstallation(file: string, installation: Installation): void {
  writeFileSync(`${file}.new`, `${JSON.stringify(installation, undefined, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

function parse(file: string): Installation {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new StepError(TITLE, `${file} cannot be read: ${reasonOf(error)}`, WHAT_TO_DO);
  }
  const { id, secret, postgresPassword } = (content ?? {}) as Partial<Record<keyof Installation, unknown>>;
  const wrong = Object.entries({ id, secret, postgresPassword }).filter(
    ([, it]) => typeof it !== 'string' || it === '',
  );
  if (wrong.length > 0)
    throw new StepError(TITLE, `${file} lacks ${wrong.map(([name]) => name).join(', ')}.`, WHAT_TO_DO);
  return content as Installation;
}

/** The folders are made by the first start that gets so far, after the file. */
const isUsed = (folder: string): boolean => existsSync(folder) && readdirSync(folder).length > 0;
