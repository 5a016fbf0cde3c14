import type { DataSource } from 'typeorm';
import { rebuildViews } from '#store/cases/views/rebuild-views.js';
import { readCaseFiles, type CaseFile } from '#store/cases/inspect/case-file.js';
import { caseIdsWithEvents } from '#store/cases/inspect/case-ids.js';
import { damageOf } from '../cases/damage.js';
import { requireCaseId } from '../cases/require-case-id.js';
import type { Installation } from '../with-installation.js';
import type { ExitCode, Print } from '../print.js';
import type { ToolArguments } from '../usage.js';

/**
 * Rebuilds view rows from the events, one transaction per case, while the installation runs. A case with a damaged history
 * is reported and left unchanged.
 */
export async function runRebuild({ dataSource }: Installation, args: ToolArguments, print: Print): Promise<ExitCode> {
  let rebuilt = 0;
  let refused = 0;
  for await (const ids of await selectedCaseIds(dataSource, args)) {
    for (const caseFile of await readCaseFiles(dataSource, ids)) {
      const obstacles = obstaclesTo(caseFile);
      for (const obstacle of obstacles) print.result(`${caseFile.caseId}: not rebuilt: ${obstacle}`);
      if (obstacles.length > 0) {
        refused += 1;
        continue;
      }
      await rebuildViews(dataSource, caseFile.caseId);
      rebuilt += 1;
    }
  }
  print.result(`rebuilt the views of ${rebuilt} collaborations`);
  return refused === 0 ? 0 : 1;
}

function obstaclesTo(caseFile: CaseFile): string[] {
  const damage = damageOf(caseFile);
  return damage.length === 0 && caseFile.title === null ? ['the text of its title is missing'] : damage;
}

async function selectedCaseIds(
  { manager }: DataSource,
  args: ToolArguments,
): Promise<AsyncIterable<string[]> | Iterable<string[]>> {
  return args.case === undefined ? caseIdsWithEvents(manager) : [[await requireCaseId(manager, args.case)]];
}
