import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { StepError } from '../step-error.js';
import { pause, reasonOf } from '../wait.js';
import { endProcess } from './end.js';
import { identityOf, isRunning, type ProcessIdentity } from './identity.js';

interface Holder {
  readonly self: ProcessIdentity;
  /** The npm that runs us. When it is gone nobody is left who could stop us, so the next start may. */
  readonly npm?: ProcessIdentity;
  readonly stopping?: true;
}

/** One `up` a folder. Held by a file that names its holder; a holder that has died holds nothing. */
export class Lock {
  private constructor(
    private readonly file: string,
    private readonly holder: Holder,
  ) {}

  /** @throws StepError when another start is using the folder */
  static async acquire(file: string, home: string): Promise<Lock> {
    const lock = new Lock(file, { self: ownIdentity(), npm: parentNpm() });
    while (!(await lock.taken())) await giveWay(file, home);
    return lock;
  }

  /** Lets a start that comes while we stop wait for us. */
  announceStop(): void {
    writeFileSync(`${this.file}.stopping`, JSON.stringify({ ...this.holder, stopping: true }));
    renameSync(`${this.file}.stopping`, this.file);
  }

  release(): void {
    rmSync(this.file, { force: true });
  }

  /** Looks again after a moment: two starts that find the same dead holder must not both believe they won. */
  private async taken(): Promise<boolean> {
    if (!this.link()) return false;
    await pause(50);
    const holder = readHolder(this.file);
    return holder !== undefined && isSame(holder, this.holder);
  }

  /** A link appears whole or not at all: nobody reads half a lock. */
  private link(): boolean {
    const draft = `${this.file}.${process.pid}`;
    writeFileSync(draft, JSON.stringify(this.holder));
    try {
      linkSync(draft, this.file);
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
      throw error;
    } finally {
      rmSync(draft, { force: true });
    }
  }
}

async function giveWay(file: string, home: string): Promise<void> {
  const holder = readHolder(file);
  if (!holder) return;
  if (!isRunning(holder.self)) return removeIfStill(file, holder);
  if (holder.stopping) return pause(100);
  if (holder.npm && !isRunning(holder.npm)) {
    await endProcess(holder.self, { withinMs: 40_000 });
    return;
  }
  throw new StepError(
    'Taking the folder',
    `${home} is in use by another start, process ${holder.self.pid}.`,
    'Stop that one first, or give this one its own folder and port with STAFETT_HOME and STAFETT_PORT.',
  );
}

function readHolder(file: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new StepError('Taking the folder', `${file} cannot be read: ${reasonOf(error)}`, 'Remove that file.');
  }
}

function removeIfStill(file: string, dead: Holder): void {
  const now = readHolder(file);
  if (now && isSame(now, dead)) rmSync(file, { force: true });
}

const isSame = (one: Holder, other: Holder): boolean =>
  one.self.pid === other.self.pid && one.self.startedAt === other.self.startedAt;

function ownIdentity(): ProcessIdentity {
  const self = identityOf(process.pid);
  if (!self) throw new Error('this process cannot see itself; is /proc mounted, or ps installed?');
  return self;
}

const parentNpm = (): ProcessIdentity | undefined =>
  process.env['npm_lifecycle_event'] === undefined ? undefined : identityOf(process.ppid);
