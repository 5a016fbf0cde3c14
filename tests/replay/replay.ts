import { Worker } from '@temporalio/worker';
import { dataConverter, quietTemporalLog, workflowBundle } from '#support/test-temporal.js';
import { replayBundle, type ModuleReplacements } from './bundle.js';
import type { CaptureSinks, CapturedOutput } from './capture.js';
import { workflowIdIn } from './history.js';
import type { History } from './history.js';
import type { InjectedSinks } from '@temporalio/worker';

/**
 * Runs a history through today's code.
 * @returns the outputs of today's code, to be compared with those in the history.
 * @throws DeterminismViolationError when today's code gives other commands than the history has.
 */
export async function replay(history: History, twins: ModuleReplacements = {}): Promise<CapturedOutput[]> {
  quietTemporalLog();
  const outputs: CapturedOutput[] = [];
  const sinks: InjectedSinks<CaptureSinks> = {
    capture: { said: { fn: (_info, ...output) => void outputs.push(output), callDuringReplay: true } },
  };
  await Worker.runReplayHistory(
    { workflowBundle: await replayBundle(twins), dataConverter, sinks },
    history,
    await workflowIdIn(history),
  );
  return outputs;
}

/** Replays with the bundle that a worker runs, without capturing; throws when Temporal does not accept the history. */
export async function replayWithWorkerBundle(history: History): Promise<void> {
  quietTemporalLog();
  await Worker.runReplayHistory(
    { workflowBundle: await workflowBundle(), dataConverter },
    history,
    await workflowIdIn(history),
  );
}
