import { setTimeout as pause } from 'node:timers/promises';
import pMap from 'p-map';
import type { DataSource } from 'typeorm';
import { isUuid } from '#platform/input/uuid.js';
import { readInstallation } from '#store/installation/installation.js';
import { knownCaseIds } from '#store/cases/inspect/case-ids.js';
import { collect, FEW_AT_A_TIME, inBatches } from '../batches.js';
import { emptyCaseFile, readCaseFiles, type CaseFile } from '#store/cases/inspect/case-file.js';
import { isAwaitingStart, needsWorkflow } from '../cases/needs-workflow.js';
import { runDisagreements } from '../cases/run-disagreements.js';
import { retry } from '../retry.js';
import type { Installation } from '../with-installation.js';
import { workflowChecks } from './checks.js';
import type { CheckedRun, Violation } from './violation.js';

const BATCH_SIZE = 50;
/** Wall time before each recheck. A case that is being started or ended has time to finish. */
const PAUSES_MS = [0, 1_000, 2_000, 3_000];

/** Cases whose workflow seems to be missing or superfluous, by Temporal's list, which lags by about a second. */
export async function candidatesAmong(
  { dataSource, engine }: Installation,
  files: readonly CaseFile[],
): Promise<string[]> {
  const readyAt = await readyAtOf(dataSource);
  const open = await retry(() => engine.runningAmong(files.map(({ caseId }) => caseId)));
  const isConsistent = (caseFile: CaseFile): boolean => {
    if (open.has(caseFile.caseId)) return needsWorkflow(caseFile);
    return !needsWorkflow(caseFile) || isAwaitingStart(caseFile, readyAt, Date.now());
  };
  const disagreements = await runDisagreements({ dataSource, engine }, [...open]);
  return files
    .filter((caseFile) => !isConsistent(caseFile) || disagreements.has(caseFile.caseId))
    .map(({ caseId }) => caseId);
}

/** Ids of running workflows for which Postgres seems to have no case. */
export async function* runsWithoutCase({ dataSource, engine }: Installation): AsyncIterable<string> {
  const open = await retry(() => collect(engine.runningCaseIds()));
  for (const ids of inBatches(open, 1_000)) {
    const known = await knownCaseIds(dataSource.manager, ids.filter(isUuid));
    yield* ids.filter((id) => !known.has(id));
  }
}

/** Violations that remain after the last recheck. Each recheck reads the runs themselves and Postgres again. */
export async function* confirmViolations(
  installation: Installation,
  candidates: readonly string[],
): AsyncIterable<Violation> {
  let remaining: readonly Violation[] = candidates.map((caseId): Violation => ({
    caseId,
    number: null,
    check: '',
    finding: '',
  }));
  for (const wait of PAUSES_MS) {
    if (remaining.length === 0) return;
    await pause(wait);
    remaining = await recheckAll(installation, [...new Set(remaining.map(({ caseId }) => caseId))]);
  }
  yield* remaining;
}

async function recheckAll(installation: Installation, ids: readonly string[]): Promise<Violation[]> {
  const violations: Violation[] = [];
  for (const batch of inBatches(ids, BATCH_SIZE)) violations.push(...(await recheck(installation, batch)));
  return violations;
}

async function recheck({ dataSource, engine }: Installation, ids: readonly string[]): Promise<Violation[]> {
  const readyAt = await readyAtOf(dataSource);
  const disagreements = await runDisagreements({ dataSource, engine }, ids.filter(isUuid));
  const checkedRun = async (id: string): Promise<CheckedRun | null> => {
    const run = await retry(() => engine.latestRun(id));
    return run && { ...run, disagreement: disagreements.get(id) ?? null };
  };
  const runs = new Map(await pMap(ids, async (id) => [id, await checkedRun(id)] as const, FEW_AT_A_TIME));
  const foreign = ids.filter((id) => !isUuid(id)).map(emptyCaseFile);
  const files = [...(await readCaseFiles(dataSource, ids.filter(isUuid))), ...foreign];
  const found = files.flatMap((caseFile) =>
    workflowChecks.map(({ name, find }): Violation | null => {
      const toBeStarted = isAwaitingStart(caseFile, readyAt, Date.now());
      const wrong = find(caseFile, runs.get(caseFile.caseId) ?? null, toBeStarted);
      return wrong === null ? null : { caseId: caseFile.caseId, number: caseFile.number, check: name, finding: wrong };
    }),
  );
  return found.filter((violation) => violation !== null);
}

async function readyAtOf({ manager }: DataSource): Promise<string | null> {
  return (await readInstallation(manager))?.readyAt ?? null;
}
