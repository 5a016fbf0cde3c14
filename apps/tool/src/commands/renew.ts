import { setTimeout as pause } from 'node:timers/promises';
import pMap from 'p-map';
import { retry } from '../retry.js';
import { FEW_AT_A_TIME, collect, inBatches } from '../batches.js';
import type { Installation } from '../with-installation.js';
import type { ExitCode, Print } from '../print.js';
import type { ToolArguments } from '../usage.js';

const BATCH_SIZE = 100;
const TIMEOUT_MS = 60_000;
const POLL_INTERVAL_MS = 500;

/** The run that a case had when it was requested to continue as new. */
interface RenewalRequest {
  readonly caseId: string;
  readonly runId: string;
}

/** Before a release: makes every running case continue as new, in batches, so that the installation stays usable. */
export async function runRenew({ engine }: Installation, _args: ToolArguments, print: Print): Promise<ExitCode> {
  // Reads all ids first, because a list that contained the renewed runs would never end.
  const open = await retry(() => collect(engine.runningCaseIds()));
  let renewed = 0;
  let late = 0;
  for (const ids of inBatches(open, BATCH_SIZE)) {
    const requested = (await pMap(ids, (caseId) => askToRenew(engine, caseId), FEW_AT_A_TIME)).filter(
      (it) => it !== null,
    );
    const waiting = await untilRenewed(engine, requested);
    renewed += requested.length - waiting.length;
    late += waiting.length;
    for (const { caseId } of waiting)
      print.result(`${caseId}: not renewed within ${TIMEOUT_MS / 1000} s; is a worker running?`);
  }
  print.result(`renewed ${renewed} of ${renewed + late} open collaborations`);
  return late === 0 ? 0 : 1;
}

/** Null when the case's workflow has ended meanwhile. */
async function askToRenew(engine: Installation['engine'], caseId: string): Promise<RenewalRequest | null> {
  const run = await retry(() => engine.latestRun(caseId));
  if (run?.status !== 'RUNNING') return null;
  return (await retry(() => engine.renew(caseId))) ? { caseId, runId: run.runId } : null;
}

/** Waits until each case has a new run or none. Returns the cases that did not get there in time. */
async function untilRenewed(
  engine: Installation['engine'],
  requested: readonly RenewalRequest[],
): Promise<readonly RenewalRequest[]> {
  const until = Date.now() + TIMEOUT_MS;
  let waiting = requested;
  while (waiting.length > 0 && Date.now() < until) {
    await pause(POLL_INTERVAL_MS);
    const runs = await pMap(waiting, ({ caseId }) => retry(() => engine.latestRun(caseId)), FEW_AT_A_TIME);
    waiting = waiting.filter(({ runId }, index) => runs[index]?.status === 'RUNNING' && runs[index].runId === runId);
  }
  return waiting;
}
