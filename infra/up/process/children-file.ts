import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import type { ProcessIdentity } from './process-identity.js';

export type RunningChild = ProcessIdentity & { readonly name: string; readonly stopSignal?: NodeJS.Signals };

/** Stores the running processes of this installation in start order, so that the next start can end them after a crash. */
export class ChildrenFile {
  private readonly running = new Map<string, RunningChild>();

  constructor(private readonly file: string) {}

  set(name: string, identity: ProcessIdentity | undefined, stopSignal?: NodeJS.Signals): void {
    if (identity) this.running.set(name, { name, ...identity, ...(stopSignal && { stopSignal }) });
    else this.running.delete(name);
    if (this.running.size === 0) return rmSync(this.file, { force: true });
    writeFileSync(`${this.file}.new`, JSON.stringify([...this.running.values()], undefined, 2));
    renameSync(`${this.file}.new`, this.file);
  }
}

export function readChildren(file: string): readonly RunningChild[] {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as readonly RunningChild[];
  } catch {
    return [];
  }
}
