import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { runProgram } from '../process/run-program.js';
import { StepError } from '../shared/step-error.js';

/** The operating system account that Postgres runs as when we are root: it refuses to run as root. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

const ACCOUNT_NAME = 'postgres';

/** Finds or creates the account. Undefined when we are not root: Postgres then runs as our own user. */
export async function postgresAccount(): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const existing = findAccount();
  if (existing) return existing;
  const env = { ...process.env, PATH: `${process.env['PATH']}:/usr/sbin:/sbin` };
  const created = await runProgram('useradd', ['--system', '--user-group', '--no-create-home', ACCOUNT_NAME], {
    withinMs: 10_000,
    env,
  });
  const account = findAccount();
  if (account) return account;
  throw new StepError(
    'Postgres',
    `it refuses to run as root, and the account "${ACCOUNT_NAME}" could not be made: ${created.output}`,
    `Run npm start as an ordinary user, or make an account named ${ACCOUNT_NAME}.`,
  );
}

function findAccount(): Account | undefined {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${ACCOUNT_NAME}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined;
}

/** The first folder on the path to `target` that the account has no permission to enter, if any. */
export function firstInaccessibleFolder(target: string, { uid, gid }: Account): string | undefined {
  const { root } = path.parse(target);
  const parts = path.relative(root, path.resolve(target)).split(path.sep);
  const onTheWay = parts.map((_, depth) => path.join(root, ...parts.slice(0, depth + 1)));
  return onTheWay.find((folder) => {
    const stat = statSync(folder, { throwIfNoEntry: false });
    if (!stat?.isDirectory()) return false;
    const bit = stat.uid === uid ? 0o100 : stat.gid === gid ? 0o010 : 0o001;
    return (stat.mode & bit) === 0;
  });
}
