import type { DataSource } from 'typeorm';
import { rebuild } from '#store/cases/views/rebuild.js';
import { readCaseFiles, type CaseFile } from '../cases/case-file.js';
import { eventCaseIds } from '../cases/case-ids.js';
import { damageOf } from '../cases/damage.js';
import { findCase } from '../cases/find-case.js';
import type { Installation } from '../installation.js';
import type { Exit, Print } from '../print.js';
import type { Wish } from '../usage.js';

/**
 * Makes view rows anew from the events, a case a transaction, beside a running installation. A history that is damaged
 * gives no true view: its case is told of and left as it is.
 */
export async function runRebuild({ dataSource }: Installation, wish: Wish, print: Print): Promise<Exit> {
  let rebuilt = 0;
  let refused = 0;
  for await (const ids of await chosen(dataSource, wish)) {
    for (const file of await readCaseFiles(dataSource, ids)) {
      const obstacles = obstaclesTo(file);
      for (const wrong of obstacles) print.line(`${file.caseId}: not rebuilt: ${wrong}`);
      if (obstacles.length > 0) {
        refused += 1;
        continue;
      }
      await rebuild(dataSource, file.caseId);
      rebuilt += 1;
    }
  }
  print.line(`rebuilt the views of ${rebuilt} collaborations`);
  return refused === 0 ? 0 : 1;
}

function obstaclesTo(file: CaseFile): string[] {
  const damage = damageOf(file);
  return damage.length === 0 && file.title === null ? ['the words of its title are not there'] : damage;
}

async function chosen({ manager }: DataSource, wish: Wish): Promise<AsyncIterable<string[]> | Iterable<string[]>> {
  return wish.case === undefined ? eventCaseIds(manager) : [[await findCase(manager, wish.case)]];
}
