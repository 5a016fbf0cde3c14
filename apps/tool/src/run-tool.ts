import { ConfigError, type Environment } from '#platform/config.js';
import { runBackup } from './commands/backup.js';
import { runRebuild } from './commands/rebuild.js';
import { runRenew } from './commands/renew.js';
import { runRestart } from './commands/restart.js';
import { runToken } from './commands/token.js';
import { runVerify } from './commands/verify.js';
import { withInstallation, type Installation, type Dependency } from './with-installation.js';
import type { ExitCode, Print } from './print.js';
import { ToolError, reasonOf } from './errors.js';
import { parseArguments, USAGE, type ToolArguments } from './usage.js';

interface CommandDefinition {
  readonly needs: readonly Dependency[];
  readonly act: (installation: Installation, args: ToolArguments, print: Print) => Promise<ExitCode>;
}

const COMMANDS: Readonly<Record<ToolArguments['command'], CommandDefinition>> = {
  verify: { needs: ['Postgres', 'Temporal'], act: runVerify },
  rebuild: { needs: ['Postgres'], act: runRebuild },
  restart: { needs: ['Postgres', 'Temporal'], act: runRestart },
  backup: { needs: ['Postgres'], act: runBackup },
  renew: { needs: ['Temporal'], act: runRenew },
  token: { needs: ['Postgres'], act: runToken },
};

/** Runs the operator's tool and returns its exit code. Never rejects. */
export async function runTool(argv: readonly string[], env: Environment, output: Print): Promise<ExitCode> {
  const args = parseArguments(argv);
  if (args === 'help') {
    output.result(USAGE);
    return 0;
  }
  if ('usageError' in args) {
    output.remark(`${args.usageError}\n\n${USAGE}`);
    return 2;
  }
  const { needs, act } = COMMANDS[args.command];
  try {
    return await withInstallation(env, needs, (installation) => act(installation, args, output));
  } catch (error) {
    const isExpected = error instanceof ToolError || error instanceof ConfigError;
    output.remark(isExpected ? error.message : `${args.command} could not go on: ${reasonOf(error)}`);
    return 2;
  }
}
