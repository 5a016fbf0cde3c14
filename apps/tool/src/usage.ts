import { parseArgs } from 'node:util';
import { parseTokenOptions, type TokenOptions, type TokenArguments } from './token-options.js';

export const USAGE = `Usage: npm run stafett -- COMMAND

  verify                   looks for what must never be, beside a running installation; changes nothing
  rebuild [--case CASE]    makes the views anew from the events: of one case, or of all
  restart [--all-missing]  starts a workflow, from the events, for every case that has lost its own
  restart --case CASE      ends the case's workflow and starts a new one from the events
  renew                    before a release: every workflow goes on as a new run, and is waited for
  token --as USER --name NAME --scope read,write,admin [--days N]
                           makes a token for a program, which acts as that person, and prints it this once
  token --list             the tokens that were made
  token --revoke ID        from now on the token is no good
  --help                   this text

CASE is a number (2027-0001) or an id. The installation that runs from STAFETT_HOME is meant, unless DATABASE_URL and
TEMPORAL_ADDRESS name another.
Exit code: 0 all is well, 1 something is wrong (a line for each), 2 it could not be done.`;

const COMMANDS = {
  verify: {},
  rebuild: { case: { type: 'string' } },
  restart: { case: { type: 'string' }, 'all-missing': { type: 'boolean' } },
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
  readonly token?: TokenArguments;
}

export function parseArguments(argv: readonly string[]): ToolArguments | 'help' | { readonly usageError: string } {
  const [command, ...rest] = argv;
  if (argv.some((word) => word === '--help' || word === '-h') || command === 'help') return 'help';
  if (command === undefined) return { usageError: 'No command was given.' };
  if (!isCommand(command)) return { usageError: `There is no command ${command}.` };
  try {
    const { values } = parseArgs({ args: rest, options: COMMANDS[command], strict: true }) as { values: Values };
    if (values.case !== undefined && values['all-missing']) return { usageError: '--case or --all-missing, not both.' };
    if (command === 'token') {
      const token = parseTokenOptions(values);
      return typeof token === 'string' ? { usageError: token } : { command, token };
    }
    return { command, ...(values.case !== undefined && { case: values.case }) };
  } catch (error) {
    // parseArgs throws only for unknown arguments, and names them.
    return { usageError: (error as Error).message };
  }
}

interface Values extends TokenOptions {
  readonly case?: string;
  readonly 'all-missing'?: boolean;
}

function isCommand(word: string): word is ToolArguments['command'] {
  return Object.hasOwn(COMMANDS, word);
}
