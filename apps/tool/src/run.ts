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

interface Action {
  readonly needs: readonly Part[];
  readonly act: (installation: Installation, wish: Wish, print: Print) => Promise<Exit>;
}

const ACTIONS: Readonly<Record<Wish['command'], Action>> = {
  verify: { needs: ['Postgres', 'Temporal'], act: runVerify },
  rebuild: { needs: ['Postgres'], act: runRebuild },
  restart: { needs: ['Postgres', 'Temporal'], act: runRestart },
  renew: { needs: ['Temporal'], act: runRenew },
  token: { needs: ['Postgres'], act: runToken },
};

/** The operator's tool, from its arguments to its exit code. Never rejects. */
export async function run(argv: readonly string[], env: Environment, to: Print): Promise<Exit> {
  const wish = parse(argv);
  if (wish === 'help') {
    to.line(USAGE);
    return 0;
  }
  if ('misunderstood' in wish) {
    to.note(`${wish.misunderstood}\n\n${USAGE}`);
    return 2;
  }
  const { needs, act } = ACTIONS[wish.command];
  try {
    return await withInstallation(env, needs, (installation) => act(installation, wish, to));
  } catch (error) {
    const known = error instanceof CannotGoOn || error instanceof ConfigError;
    to.note(known ? error.message : `${wish.command} could not go on: ${reasonOf(error)}`);
    return 2;
  }
}
