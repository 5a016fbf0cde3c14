import pMap from 'p-map';
import { disagreement } from '#engine/run-agreement.js';
import { recordedVersions } from '#store/cases/inspect/run-needs.js';
import { FEW_AT_A_TIME } from '../batches.js';
import { retry } from '../retry.js';
import type { Installation } from '../with-installation.js';

/**
 * Asks the run of each case how far it is. By case id: why it cannot be the one that writes the case, also when it does not
 * answer. Cases whose run is right, or is missing, are left out.
 */
export async function runDisagreements(
  { dataSource: { manager }, engine }: Pick<Installation, 'dataSource' | 'engine'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const before = await recordedVersions(manager, ids);
  const asked = [...before.keys()];
  const runs = await pMap(asked, (id) => retry(() => engine.runState(id)), FEW_AT_A_TIME);
  const after = await recordedVersions(manager, asked);
  const found = asked.flatMap((id, index) => {
    const [run, from, to] = [runs[index] ?? null, before.get(id), after.get(id)];
    if (run === null || !from || !to) return [];
    const reason = typeof run === 'string' ? `its workflow does not answer: ${run}` : disagreement(from, run, to);
    return reason === null ? [] : [[id, reason] as const];
  });
  return new Map(found);
}
