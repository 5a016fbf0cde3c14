import type { EntityManager } from 'typeorm';
import { loadForStart, raiseEpoch } from '#store/cases/load-for-start.js';
import { markStarted } from '#store/cases/starts.js';
import { CollaborationTable } from '#store/cases/views/collaboration.js';
import { DivergedTable } from '#store/cases/history/diverged.js';
import { readCaseFiles } from './cases/case-file.js';
import { damageOf } from './cases/damage.js';
import { ask } from './ask.js';
import type { Installation } from './installation.js';

/**
 * Gives a case a new run, folded from its events.
 *
 * 1. The epoch goes up in Postgres before anything else: what the old run has not written by then is refused for good,
 *    so the fold that follows is complete.
 * 2. `end-run` ends whatever run there is. `keep-run` is for a case without one: a run that a command has started
 *    meanwhile stays.
 * 3. What the old run offered and history refused went with that run, so its notes in `diverged` are taken away.
 * @returns why it was not done, or null.
 */
export async function restartCase(
  { dataSource, engine }: Installation,
  caseId: string,
  what: 'end-run' | 'keep-run',
): Promise<string | null> {
  const { manager } = dataSource;
  const damage = (await readCaseFiles(dataSource, [caseId])).flatMap(damageOf);
  if (damage.length > 0) return damage.join('; ');
  const raised = await dataSource.transaction((within) => lockAndRaise(within, caseId));
  const input = raised ? await loadForStart(manager, caseId) : null;
  if (!input) return 'it has no view row: rebuild it first';
  await ask(async () => void (await (what === 'end-run' ? engine.restart(input) : engine.startAgain(input))));
  await manager.delete(DivergedTable, { caseId });
  await markStarted(manager, [caseId]);
  return null;
}

/** Under the lock that `record` and `rebuild` take, so that neither can lose the new epoch. */
async function lockAndRaise(manager: EntityManager, caseId: string): Promise<boolean> {
  const row = await manager.findOne(CollaborationTable, {
    select: { id: true },
    where: { id: caseId },
    lock: { mode: 'pessimistic_write' },
  });
  if (row) await raiseEpoch(manager, caseId);
  return row !== null;
}
