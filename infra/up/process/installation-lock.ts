import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { StepError } from '../shared/step-error.js';
import { pause, reasonOf } from '../shared/wait.js';
import { endProcess } from './end-process.js';
import { identityOf, isRunning, type ProcessIdentity } from './process-identity.js';

interface Holder {
  readonly self: ProcessIdentity;
  /** The npm that runs us. When it has ended nobody can stop us any more, so the next start does. */
  readonly npm?: ProcessIdentity;
  readonly stopping?: true;
}

/** Allows one running installation for each folder. A file names the holder; the lock of a dead holder is free. */
export class InstallationLock {
  private constructor(
    private readonly file: string,
    private readonly holder: Holder,
  ) {}

  /** @throws StepError when another start is using the folder */
  static async acquire(file: string, home: string): Promise<InstallationLock> {
    const lock = new InstallationLock(file, { self: ownIdentity(), npm: parentNpm() });
    while (!(await lock.tryAcquire())) await waitForHolder(file, home);
    return lock;
  }

  /** Tells a start that finds the lock to wait, since we are stopping. */
  announceStop(): void {
    writeFileSync(`${this.file}.stopping`, JSON.stringify({ ...this.holder, stopping: true }));
    renameSync(`${this.file}.stopping`, this.file);
  }

  release(): void {
    rmSync(this.file, { force: true });
  }

  /** Reads the file again after a moment: two starts may remove the same dead lock, and only the last to write holds it. */
  private async tryAcquire(): Promise<boolean> {
    if (!this.createFile()) return false;
    await pause(50);
    const holder = readHolder(this.file);
    return holder !== undefined && isSame(holder, this.holder);
  }

  /** Links a complete file to the final name, which is atomic: nobody reads half a lock. */
  private createFile(): boolean {
    const temporaryFile = `${this.file}.${process.pid}`;
    writeFileSync(temporaryFile, JSON.stringify(this.holder));
    try {
      linkSync(temporaryFile, this.file);
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
      throw error;
    } finally {
      rmSync(temporaryFile, { force: true });
    }
  }
}

async function waitForHolder(file: string, home: string): Promise<void> {
  const holder = readHolder(file);
  if (!holder) return;
  if (!isRunning(holder.self)) return removeIfHeldBy(file, holder);
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

function removeIfHeldBy(file: string, expected: Holder): void {
  const current = readHolder(file);
  if (current && isSame(current, expected)) rmSync(file, { force: true });
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
