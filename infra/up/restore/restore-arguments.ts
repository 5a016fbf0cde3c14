import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

export const RESTORE_USAGE = `Usage: npm run stafett -- restore FILE [--identity FILE] [--replace]

  Loads a backup while nothing of the installation runs (docs/backup.md). Without DATABASE_URL it is the installation in
  STAFETT_HOME.
  --identity FILE  the secret key (AGE-SECRET-KEY-...) of an encrypted backup; a passphrase is read from
                   STAFETT_BACKUP_PASSPHRASE
  --replace        the data that the installation has are replaced; without it only an empty one is filled`;

export interface RestoreArguments {
  readonly file: string;
  readonly replace: boolean;
  readonly passphrase: string | undefined;
  readonly identity: string | undefined;
}

/** @returns the arguments, or a sentence that says what is wrong with them. */
export function parseRestoreArguments(argv: readonly string[], env: NodeJS.ProcessEnv): RestoreArguments | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      options: { identity: { type: 'string' }, replace: { type: 'boolean' } },
      allowPositionals: true,
    });
    const [file, ...others] = positionals;
    if (file === undefined || others.length > 0) return 'One FILE is restored.';
    return {
      file,
      replace: values.replace === true,
      passphrase: env['STAFETT_BACKUP_PASSPHRASE'] || undefined,
      identity: values.identity === undefined ? undefined : secretKeyIn(values.identity),
    };
  } catch (error) {
    return (error as Error).message;
  }
}

/** The file of `age-keygen` has comments besides the key. */
function secretKeyIn(file: string): string {
  const key = readFileSync(file, 'utf8')
    .split('\n')
    .find((line) => line.startsWith('AGE-SECRET-KEY-'));
  if (key === undefined) throw new Error(`${file} has no line that begins with AGE-SECRET-KEY-`);
  return key.trim();
}
