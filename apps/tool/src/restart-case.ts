import { restartPorts } from '#store/cases/load-for-start.js';
import { readCaseFiles } from '#store/cases/inspect/case-file.js';
import { damageOf } from './cases/damage.js';
import { retry } from './retry.js';
import type { Installation } from './with-installation.js';

const MOST_KEYS_SHOWN = 20;

/**
 * Starts a new run of a case, with the state folded from its events, after the present run has written its last ones.
 * @param dropUnrecorded  true: also when accepted commands are lost by it, because the present run cannot write them.
 * @returns the reason when the case was not restarted, else null.
 */
export async function restartCase(
  { dataSource, engine }: Installation,
  caseId: string,
  dropUnrecorded: boolean,
): Promise<string | null> {
  const damage = (await readCaseFiles(dataSource, [caseId])).flatMap(damageOf);
  if (damage.length > 0) return damage.join('; ');
  const result = await retry(() => engine.restart(caseId, restartPorts(dataSource, caseId), { dropUnrecorded }));
  switch (result.outcome) {
    case 'restarted':
      return null;
    case 'no-case':
      return 'it has no view row: rebuild it first';
    case 'too-slow':
    case 'other-run':
      return 'its run was too slow in writing its last events; try again';
    case 'at-risk':
      return atRisk(result.commands);
  }
}

function atRisk(commands: readonly string[]): string {
  const shown = commands.slice(0, MOST_KEYS_SHOWN).join(', ');
  const more = commands.length > MOST_KEYS_SHOWN ? ` and ${commands.length - MOST_KEYS_SHOWN} more` : '';
  return (
    `its run did not write its last events (does a worker run? what does verify say?), and ${commands.length} commands ` +
    `that it accepted are not in Postgres: ${shown}${more}. With --drop-unrecorded they are lost`
  );
}
