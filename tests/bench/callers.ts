import { setTimeout as pause } from 'node:timers/promises';

type Call = (n: number) => Promise<unknown>;

/** Callers that each make one call after the other, until all calls are made. @returns how long each took, ms. */
export async function byCallers(callers: number, calls: number, call: Call): Promise<number[]> {
  return untilDone(callers, (n) => n < calls, call);
}

/** The same for a length of wall time. */
export async function byCallersFor(callers: number, millis: number, call: Call): Promise<number[]> {
  const end = performance.now() + millis;
  return untilDone(callers, () => performance.now() < end, call);
}

async function untilDone(callers: number, goesOn: (n: number) => boolean, call: Call): Promise<number[]> {
  const waits: number[] = [];
  let next = 0;
  const caller = async (): Promise<void> => {
    for (let n = next++; goesOn(n); n = next++) {
      const began = performance.now();
      await call(n);
      waits.push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: callers }, caller));
  return waits;
}

/**
 * Calls that come at an even rate whether or not the ones before have been answered, as people do.
 * @returns how long each took from the moment it was due, ms; being late ourselves counts.
 */
export async function atRate(perSecond: number, millis: number, call: Call): Promise<number[]> {
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
