import pMap from 'p-map';
import { readInstallation, clockOf } from '#store/installation/installation.js';
import { allCaseIds } from '#store/cases/inspect/case-ids.js';
import { readCaseFiles } from '#store/cases/inspect/case-file.js';
import { requireCaseId } from '../cases/require-case-id.js';
import { isAwaitingStart, needsWorkflow } from '../cases/needs-workflow.js';
import { runDisagreements } from '../cases/run-disagreements.js';
import { retry } from '../retry.js';
import { FEW_AT_A_TIME } from '../batches.js';
import type { Installation } from '../with-installation.js';
import type { ExitCode, Print } from '../print.js';
import { restartCase } from '../restart-case.js';
import { ToolError } from '../errors.js';
import type { ToolArguments } from '../usage.js';

/** Starts workflows from events: for one case, whose present run is replaced, or for every case that lacks one. */
export async function runRestart(installation: Installation, args: ToolArguments, print: Print): Promise<ExitCode> {
  const { manager } = installation.dataSource;
  if (!clockOf(await readInstallation(manager))) {
    throw new ToolError('The installation has never been ready: its cases are started when it is.');
  }
  let restarted = 0;
  let failed = 0;
  const restart = async (id: string): Promise<void> => {
    const problem = await restartCase(installation, id, args.dropUnrecorded === true);
    if (problem === null) restarted += 1;
    else {
      failed += 1;
      print.result(`${id}: not restarted: ${problem}`);
    }
  };
  if (args.case !== undefined) await restart(await requireCaseId(manager, args.case));
  else for await (const ids of casesWithoutWorkflow(installation)) await pMap(ids, restart, FEW_AT_A_TIME);
  print.result(`restarted ${restarted} collaborations`);
  return failed === 0 ? 0 : 1;
}

/**
 * Cases that need a workflow, have none, and do not wait for the relay; and those whose workflow disagrees with them. Reads the runs themselves, not the lagging list. */
async function* casesWithoutWorkflow({ dataSource, engine }: Installation): AsyncIterable<string[]> {
  const readyAt = (await readInstallation(dataSource.manager))?.readyAt ?? null;
  for await (const ids of allCaseIds(dataSource.manager)) {
    const files = await readCaseFiles(dataSource, ids);
    const needing = files.filter((file) => needsWorkflow(file) && !isAwaitingStart(file, readyAt, Date.now()));
    const running = await pMap(needing, ({ caseId }) => retry(() => engine.isRunning(caseId)), FEW_AT_A_TIME);
    const disagreements = await runDisagreements({ dataSource, engine }, ids);
    const missing = needing.filter((_, index) => !running[index]).map(({ caseId }) => caseId);
    yield [...new Set([...missing, ...disagreements.keys()])];
  }
}
