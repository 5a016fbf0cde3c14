import { rmSync } from 'node:fs';
import { readChildren } from './children-file.js';
import { endProcess } from './end-process.js';
import { isRunning } from './process-identity.js';

/**
 * Ends the processes that an earlier start of this installation left running when it was killed. Touches only processes
 * that are in the file and have the same start time.
 * @returns the names of those that were ended.
 */
export async function endOrphanedProcesses(childrenFile: string): Promise<readonly string[]> {
  const ended: string[] = [];
  for (const child of [...readChildren(childrenFile)].reverse()) {
    if (!isRunning(child)) continue;
    await endProcess(child, { signal: child.stopSignal });
    ended.push(child.name);
  }
  rmSync(childrenFile, { force: true });
  return ended;
}
