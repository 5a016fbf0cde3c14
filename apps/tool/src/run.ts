import { ConfigError, type Environment } from '#platform/config.js';
import { runRebuild } from './commands/rebuild.js';
import { runRenew } from './commands/renew.js';
import { runRestart } from './commands/restart.js';
import { runToken } from './commands/token.js';
import { runVerify } from './commands/verify.js';
import { withInstallation, type Installation, type Part } from './installation.js';
import type { Exit, Print } from './print.js';
import { CannotGoOn, reasonOf } from './trouble.js';
import { parse, USAGE, type Wish } from './usage.js';

interface CommandDefinition {
  readonly needs: readonly Part[];
  readonly act: (installation: Installation, args: Wish, print: Print) => Promise<Exit>;
}

const COMMANDS: Readonly<Record<Wish['command'], CommandDefinition>> = {
  verify: { needs: ['Postgres', 'Temporal'], act: runVerify },
  rebuild: { needs: ['Postgres'], act: runRebuild },
  restart: { needs: ['Postgres', 'Temporal'], act: runRestart },
  renew: { needs: ['Temporal'], act: runRenew },
  token: { needs: ['Postgres'], act: runToken },
};

/** Runs the operator's tool and returns its exit code. Never rejects. */
export async function run(argv: readonly string[], env: Environment, output: Print): Promise<Exit> {
  const args = parse(argv);
  if (args === 'help') {
    output.line(USAGE);
    return 0;
  }
  if ('usageError' in args) {
    output.note(`${args.usageError}\n\n${USAGE}`);
    return 2;
  }
  const { needs, act } = COMMANDS[args.command];
  try {
    return await withInstallation(env, needs, (installation) => act(installation, args, output));
  } catch (error) {
    const isExpected = error instanceof CannotGoOn || error instanceof ConfigError;
    output.note(isExpected ? error.message : `${args.command} could not go on: ${reasonOf(error)}`);
    return 2;
  }
}
