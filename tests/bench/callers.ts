import { setTimeout as pause } from 'node:timers/promises';

type Call = (n: number) => Promise<unknown>;

/** Runs so many callers, each making one call after the other, until all calls are made. @returns latencies in ms. */
export async function runCallers(callers: number, calls: number, call: Call): Promise<number[]> {
  return untilDone(callers, (n) => n < calls, call);
}

/** Like the one above, for so many milliseconds of wall time. */
export async function runCallersFor(callers: number, millis: number, call: Call): Promise<number[]> {
  const end = performance.now() + millis;
  return untilDone(callers, () => performance.now() < end, call);
}

async function untilDone(callers: number, hasNext: (n: number) => boolean, call: Call): Promise<number[]> {
  const latencies: number[] = [];
  let next = 0;
  const caller = async (): Promise<void> => {
    for (let n = next++; hasNext(n); n = next++) {
      const began = performance.now();
      await call(n);
      latencies.push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: callers }, caller));
  return latencies;
}

/**
 * Makes calls at an even rate, whether or not the earlier ones have been answered.
 * @returns latencies in ms from the moment each call was due, so that our own delay counts.
 */
export async function callAtRate(perSecond: number, millis: number, call: Call): Promise<number[]> {
  const count = Math.max(1, Math.floor((perSecond * millis) / 1_000));
  const began = performance.now();
  const calls: Promise<number>[] = [];
  for (let n = 0; n < count; n += 1) {
    const due = began + (n * 1_000) / perSecond;
    const ahead = due - performance.now();
    if (ahead > 0) await pause(ahead);
    calls.push(call(n).then(() => performance.now() - due));
  }
  return Promise.all(calls);
}
