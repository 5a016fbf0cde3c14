import { rmSync } from 'node:fs';
import { readChildren } from './children-file.js';
import { endProcess } from './end.js';
import { isRunning } from './identity.js';

/**
 * Ends what an earlier start of this installation left running when it was itself killed. Only processes named in its
 * own file, and still the same ones by start time, are touched.
 * @returns the names of those that were ended.
 */
export async function endLeftOvers(childrenFile: string): Promise<readonly string[]> {
  const ended: string[] = [];
  for (const child of [...readChildren(childrenFile)].reverse()) {
    if (!isRunning(child)) continue;
    await endProcess(child, { signal: child.stopSignal });
    ended.push(child.name);
  }
  rmSync(childrenFile, { force: true });
  return ended;
}
