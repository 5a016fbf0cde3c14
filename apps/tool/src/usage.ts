import { parseArgs } from 'node:util';
import { parseTokenOptions, type TokenOptions, type TokenArguments } from './token-options.js';

export const USAGE = `Usage: npm run stafett -- COMMAND

  verify                   checks every case while the installation runs; changes nothing
  rebuild [--case CASE]    computes the views again from the events, of one case or of all
  restart [--all-missing]  starts a workflow from the events for every case that lacks one, or whose workflow disagrees with it
  restart --case CASE [--drop-unrecorded]
                           lets the case's workflow write its last events and starts a new one from the events; refuses
                           when that fails and accepted commands would be lost, unless they are to be dropped
  backup FILE [--recipient age1...]
                           writes everything that a restore needs to a new file, while the installation runs; encrypted for
                           the recipient, or with the passphrase in STAFETT_BACKUP_PASSPHRASE
  restore FILE [--identity FILE] [--replace]
                           loads a backup, while nothing of the installation runs; --replace also over data that are there
  renew                    before a release: lets every workflow continue as a new run, and waits for it
  token --as USER --name NAME --scope read,write,admin [--days N]
                           makes a token for a program that acts as that person; prints it only once
  token --list             lists the tokens
  token --revoke ID        revokes the token at once
  --help                   this text

CASE is a number (2027-0001) or an id. Without DATABASE_URL and TEMPORAL_ADDRESS the command works on the installation
that runs from STAFETT_HOME.
Exit code: 0 nothing is wrong, 1 the data has defects (a line for each), 2 the command could not be carried out.`;

const COMMANDS = {
  verify: {},
  rebuild: { case: { type: 'string' } },
  restart: { case: { type: 'string' }, 'all-missing': { type: 'boolean' }, 'drop-unrecorded': { type: 'boolean' } },
  backup: { recipient: { type: 'string' } },
  renew: {},
  token: {
    as: { type: 'string' },
    name: { type: 'string' },
    scope: { type: 'string' },
    days: { type: 'string' },
    list: { type: 'boolean' },
    revoke: { type: 'string' },
  },
} as const;

/** Parsed command line. */
export interface ToolArguments {
  readonly command: keyof typeof COMMANDS;
  /** Number or id of one case. */
  readonly case?: string;
  /** Restart also when accepted commands are lost by it. */
  readonly dropUnrecorded?: boolean;
  /** Of a backup. */
  readonly file?: string;
  /** Public key of age, for which a backup is encrypted. */
  readonly recipient?: string;
  readonly token?: TokenArguments;
}

export function parseArguments(argv: readonly string[]): ToolArguments | 'help' | { readonly usageError: string } {
  const [command, ...rest] = argv;
  if (argv.some((word) => word === '--help' || word === '-h') || command === 'help') return 'help';
  if (command === undefined) return { usageError: 'No command was given.' };
  if (!isCommand(command)) return { usageError: `There is no command ${command}.` };
  try {
    const { values, positionals } = parseArgs({
      args: rest,
      options: COMMANDS[command],
      strict: true,
      allowPositionals: command === 'backup',
    }) as { values: Values; positionals: string[] };
    if (command === 'backup') return backupArguments(positionals, values);
    if (values.case !== undefined && values['all-missing']) return { usageError: '--case or --all-missing, not both.' };
    if (command === 'token') {
      const token = parseTokenOptions(values);
      return typeof token === 'string' ? { usageError: token } : { command, token };
    }
    return {
      command,
      ...(values.case !== undefined && { case: values.case }),
      ...(values['drop-unrecorded'] && { dropUnrecorded: true }),
    };
  } catch (error) {
    // parseArgs throws only for unknown arguments, and names them.
    return { usageError: (error as Error).message };
  }
}

function backupArguments(files: readonly string[], { recipient }: Values): ToolArguments | { usageError: string } {
  const [file, ...others] = files;
  if (file === undefined || others.length > 0) return { usageError: 'One FILE is written.' };
  return { command: 'backup', file, ...(recipient !== undefined && { recipient }) };
}

interface Values extends TokenOptions {
  readonly case?: string;
  readonly 'all-missing'?: boolean;
  readonly recipient?: string;
  readonly 'drop-unrecorded'?: boolean;
}

function isCommand(word: string): word is ToolArguments['command'] {
  return Object.hasOwn(COMMANDS, word);
}
