import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import type { ProcessIdentity } from './process-identity.js';

export type RunningChild = ProcessIdentity & { readonly name: string; readonly stopSignal?: NodeJS.Signals };

/** The file that lists the running child processes, oldest first. After a crash the next start ends those it lists. */
export class ChildrenFile {
  private readonly running = new Map<string, RunningChild>();

  constructor(private readonly file: string) {}

  /** @param identity  undefined when the child has ended */
  set(name: string, identity: ProcessIdentity | undefined, stopSignal?: NodeJS.Signals): void {
    if (identity) this.running.set(name, { name, ...identity, ...(stopSignal && { stopSignal }) });
    else this.running.delete(name);
    if (this.running.size === 0) return rmSync(this.file, { force: true });
    // Renaming replaces the file in one step, so that a crash leaves no half-written list.
    writeFileSync(`${this.file}.new`, JSON.stringify([...this.running.values()], undefined, 2));
    renameSync(`${this.file}.new`, this.file);
  }
}

/** Empty also when the file is missing or cannot be parsed. */
export function readChildren(file: string): readonly RunningChild[] {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as readonly RunningChild[];
  } catch {
    return [];
  }
}
