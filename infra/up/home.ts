import { chmodSync, mkdirSync, realpathSync } from 'node:fs';
import path from 'node:path';

/** Files and folders in STAFETT_HOME. */
export interface Home {
  readonly dir: string;
  /** Downloaded programs. */
  readonly bin: string;
  readonly log: string;
  readonly postgres: string;
  readonly temporal: string;
  /** Mails received by the embedded mail sink. */
  readonly mail: string;
  readonly installation: string;
  /** Keys and port of the embedded issuer. */
  readonly issuer: string;
  readonly lock: string;
  readonly children: string;
  /** Settings of api and worker, for the operator's tool. Exists only while the installation runs. */
  readonly environment: string;
}

/** Creates the folder when it is missing. Mode 711: the account of Postgres must pass through it, but not list it. */
export function openHome(folder: string): Home {
  mkdirSync(path.join(folder, 'run'), { recursive: true });
  const dir = realpathSync(folder);
  chmodSync(dir, 0o711);
  const inside = (...names: string[]): string => path.join(dir, ...names);
  return {
    dir,
    bin: inside('bin'),
    log: inside('log'),
    postgres: inside('postgres'),
    temporal: inside('temporal'),
    mail: inside('mail'),
    installation: inside('installation.json'),
    issuer: inside('issuer'),
    lock: inside('run', 'lock.json'),
    children: inside('run', 'children.json'),
    environment: inside('run', 'environment.json'),
  };
}
