import { setTimeout as pause } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { isUuid } from '#platform/input/uuid.js';
import { readInstallation } from '#store/installation/installation.js';
import { allOf, inBatches, mapSome } from '../batches.js';
import { emptyCaseFile, readCaseFiles, type CaseFile } from '../cases/case-file.js';
import { isToBeStarted, needsRun } from '../cases/needs-run.js';
import { ask } from '../ask.js';
import type { Installation } from '../installation.js';
import { runChecks } from './checks.js';
import type { Violation } from './violation.js';

const BATCH = 50;
/** Wall milliseconds before each further look: a case that is just being started or ended is through by then. */
const LOOK_AGAIN_AFTER = [0, 1_000, 2_000, 3_000];

/** Cases whose workflow seems to be missing or too many, by the engine's list, which lags by a second or so. */
export async function suspectsAmong(
  { dataSource, engine }: Installation,
  files: readonly CaseFile[],
): Promise<string[]> {
  const readyAt = await readyAtOf(dataSource);
  const open = await ask(() => engine.openAmong(files.map(({ caseId }) => caseId)));
  const isRight = (file: CaseFile): boolean => {
    if (open.has(file.caseId)) return needsRun(file);
    return !needsRun(file) || isToBeStarted(file, readyAt, Date.now());
  };
  return files.filter((file) => !isRight(file)).map(({ caseId }) => caseId);
}

/** Cases that the engine seems to run and Postgres does not know. */
export async function* foreignRuns({ dataSource, engine }: Installation): AsyncIterable<string> {
  const open = await ask(() => allOf(engine.openCases()));
  for await (const ids of inBatches(open, 1_000)) {
    const known = await knownAmong(dataSource, ids.filter(isUuid));
    yield* ids.filter((id) => !known.has(id));
  }
}

async function knownAmong({ manager }: DataSource, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows: { id: string }[] = await manager.query(
    `SELECT id FROM unnest($1::uuid[]) AS it(id)
     WHERE EXISTS (SELECT FROM event WHERE case_id = id) OR EXISTS (SELECT FROM collaboration c WHERE c.id = it.id)`,
    [ids],
  );
  return new Set(rows.map(({ id }) => id));
}

/** What is still wrong with these cases after the last look. Asks the runs themselves, and Postgres anew each time. */
export async function* confirmed(installation: Installation, suspects: readonly string[]): AsyncIterable<Violation> {
  let left: readonly Violation[] = suspects.map((caseId) => ({ caseId, number: null, check: '', wrong: '' }));
  for (const wait of LOOK_AGAIN_AFTER) {
    if (left.length === 0) return;
    await pause(wait);
    left = await lookAgain(installation, [...new Set(left.map(({ caseId }) => caseId))]);
  }
  yield* left;
}

async function lookAgain(installation: Installation, ids: readonly string[]): Promise<Violation[]> {
  const violations: Violation[] = [];
  for await (const batch of inBatches(ids, BATCH)) violations.push(...(await look(installation, batch)));
  return violations;
}

async function look({ dataSource, engine }: Installation, ids: readonly string[]): Promise<Violation[]> {
  const readyAt = await readyAtOf(dataSource);
  const runs = new Map(await mapSome(ids, async (id) => [id, await ask(() => engine.runOf(id))] as const));
  const foreign = ids.filter((id) => !isUuid(id)).map(emptyCaseFile);
  const files = [...(await readCaseFiles(dataSource, ids.filter(isUuid))), ...foreign];
  const found = files.flatMap((file) =>
    runChecks.map(({ name, find }) => {
      const toBeStarted = isToBeStarted(file, readyAt, Date.now());
      const wrong = find(file, runs.get(file.caseId) ?? null, toBeStarted);
      return wrong === null ? null : { caseId: file.caseId, number: file.number, check: name, wrong };
    }),
  );
  return found.filter((violation) => violation !== null);
}

async function readyAtOf({ manager }: DataSource): Promise<string | null> {
  return (await readInstallation(manager))?.readyAt ?? null;
}
