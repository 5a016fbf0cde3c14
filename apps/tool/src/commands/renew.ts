import { setTimeout as pause } from 'node:timers/promises';
import { ask } from '../ask.js';
import { allOf, inBatches, mapSome } from '../batches.js';
import type { Installation } from '../installation.js';
import type { Exit, Print } from '../print.js';
import type { Wish } from '../usage.js';

const BATCH = 100;
const WITHIN = 60_000;
const LOOK_EVERY = 500;

/** The run that a case had when it was asked to go on as a new one. */
interface Asked {
  readonly caseId: string;
  readonly runId: string;
}

/** Before a release: every open run goes on as a new one, some at a time, so that the installation stays usable. */
export async function runRenew({ engine }: Installation, _wish: Wish, print: Print): Promise<Exit> {
  // All ids first: the list would go on for ever if it met the runs that we cause.
  const open = await ask(() => allOf(engine.openCases()));
  let renewed = 0;
  let late = 0;
  for await (const ids of inBatches(open, BATCH)) {
    const asked = (await mapSome(ids, (caseId) => askToRenew(engine, caseId))).filter((it) => it !== null);
    const waiting = await untilRenewed(engine, asked);
    renewed += asked.length - waiting.length;
    late += waiting.length;
    for (const { caseId } of waiting)
      print.line(`${caseId}: not renewed within ${WITHIN / 1000} s; is a worker running?`);
  }
  print.line(`renewed ${renewed} of ${renewed + late} open collaborations`);
  return late === 0 ? 0 : 1;
}

/** Null when the case has ended meanwhile. */
async function askToRenew(engine: Installation['engine'], caseId: string): Promise<Asked | null> {
  const run = await ask(() => engine.runOf(caseId));
  if (run?.status !== 'RUNNING') return null;
  return (await ask(() => engine.renew(caseId))) ? { caseId, runId: run.runId } : null;
}

/** Waits until each case has another run, or has ended. Returns those that had not in time. */
async function untilRenewed(engine: Installation['engine'], asked: readonly Asked[]): Promise<readonly Asked[]> {
  const until = Date.now() + WITHIN;
  let waiting = asked;
  while (waiting.length > 0 && Date.now() < until) {
    await pause(LOOK_EVERY);
    const runs = await mapSome(waiting, ({ caseId }) => ask(() => engine.runOf(caseId)));
    waiting = waiting.filter(({ runId }, index) => runs[index]?.status === 'RUNNING' && runs[index].runId === runId);
  }
  return waiting;
}
