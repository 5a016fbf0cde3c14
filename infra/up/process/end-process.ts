import { until } from '../shared/wait.js';
import { isRunning, type ProcessIdentity } from './process-identity.js';

/**
 * Sends the signal and waits. When the process has not ended in time, kills it and its process group.
 * @returns false when it had to be killed.
 */
export async function endProcess(
  identity: ProcessIdentity,
  { signal = 'SIGTERM', withinMs = 10_000 }: { signal?: NodeJS.Signals; withinMs?: number } = {},
): Promise<boolean> {
  sendSignal(identity.pid, signal);
  if (await hasEnded(identity, withinMs)) return true;
  sendSignal(identity.pid, 'SIGKILL');
  sendSignal(-identity.pid, 'SIGKILL');
  await hasEnded(identity, 5_000);
  return false;
}

/** Ignores a process that has ended already. */
export function sendSignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

async function hasEnded(identity: ProcessIdentity, withinMs: number): Promise<boolean> {
  const gone = async (): Promise<true> => {
    if (isRunning(identity)) throw new Error('still running');
    return true;
  };
  return until(gone, { withinMs, everyMs: 25 }).catch(() => false);
}
