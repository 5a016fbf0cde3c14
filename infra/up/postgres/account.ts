import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { runTool } from '../process/run-tool.js';
import { StepError } from '../step-error.js';

/** The account that Postgres runs under when we are root, which it refuses to be. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

const NAME = 'postgres';

/** Undefined when we are not root: Postgres then runs as ourselves. */
export async function postgresAccount(): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const there = find();
  if (there) return there;
  const env = { ...process.env, PATH: `${process.env['PATH']}:/usr/sbin:/sbin` };
  const made = await runTool('useradd', ['--system', '--user-group', '--no-create-home', NAME], {
    withinMs: 10_000,
    env,
  });
  const account = find();
  if (account) return account;
  throw new StepError(
    'Postgres',
    `it refuses to run as root, and the account "${NAME}" could not be made: ${made.output}`,
    `Run npm start as an ordinary user, or make an account named ${NAME}.`,
  );
}

function find(): Account | undefined {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${NAME}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined;
}

/** The first folder on the way to `target` that the account may not pass through, if any. */
export function closedFolder(target: string, { uid, gid }: Account): string | undefined {
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
