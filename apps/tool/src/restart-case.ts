import { loadForStart, lockAndRaiseEpoch } from '#store/cases/load-for-start.js';
import { markStarted } from '#store/cases/start-requests.js';
import { deleteDiverged } from '#store/cases/history/diverged-events.js';
import { readCaseFiles } from '#store/cases/inspect/case-file.js';
import { damageOf } from './cases/damage.js';
import { retry } from './retry.js';
import type { Installation } from './with-installation.js';

/**
 * Starts a new run of a case, with the state folded from its events.
 *
 * 1. The epoch is raised in Postgres first. Then `record` refuses the old run's events, so the fold is complete.
 * 2. `end-run` ends a present run. `keep-run` is for a case without a run; a run that a command has started meanwhile
 *    is kept.
 * 3. The rows in `diverged` describe events of the old run, so they are deleted.
 * @returns the reason when the case was not restarted, else null.
 */
export async function restartCase(
  { dataSource, engine }: Installation,
  caseId: string,
  mode: 'end-run' | 'keep-run',
): Promise<string | null> {
  const { manager } = dataSource;
  const damage = (await readCaseFiles(dataSource, [caseId])).flatMap(damageOf);
  if (damage.length > 0) return damage.join('; ');
  const epochRaised = await dataSource.transaction((transaction) => lockAndRaiseEpoch(transaction, caseId));
  const input = epochRaised ? await loadForStart(manager, caseId) : null;
  if (!input) return 'it has no view row: rebuild it first';
  await retry(
    async () => void (await (mode === 'end-run' ? engine.restart(input) : engine.restartUnlessRunning(input))),
  );
  await deleteDiverged(manager, caseId);
  await markStarted(manager, [caseId]);
  return null;
}
