import { Worker } from '@temporalio/worker';
import { dataConverter } from '#engine/data-converter.js';
import { hush, workflowBundle } from '#support/temporal.js';
import { replayBundle, type Twins } from './bundle.js';
import type { CaptureSinks, Said } from './capture.js';
import type { History } from './history.js';
import type { InjectedSinks } from '@temporalio/worker';

/**
 * Runs a history through today's code.
 * @returns what today's code says on the way, to be held against what was said when the history was recorded.
 * @throws DeterminismViolationError when today's code asks the engine for something else than the history has.
 */
export async function replay(history: History, twins: Twins = {}): Promise<Said[]> {
  hush();
  const said: Said[] = [];
  const sinks: InjectedSinks<CaptureSinks> = {
    capture: { said: { fn: (_info, ...one) => void said.push(one), callDuringReplay: true } },
  };
  await Worker.runReplayHistory({ workflowBundle: await replayBundle(twins), dataConverter, sinks }, history);
  return said;
}

/** The same with the very bundle that a worker runs, which tells nothing: only whether the engine accepts it. */
export async function replayPlainly(history: History): Promise<void> {
  hush();
  await Worker.runReplayHistory({ workflowBundle: await workflowBundle(), dataConverter }, history);
}
