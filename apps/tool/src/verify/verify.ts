import { allCaseIds } from '../cases/case-ids.js';
import { readCaseFiles } from '../cases/case-file.js';
import type { Installation } from '../installation.js';
import { checks } from './checks.js';
import { confirmed, foreignRuns, suspectsAmong } from './suspects.js';
import type { Violation } from './violation.js';

export interface Sum {
  readonly cases: number;
  readonly events: number;
}

/**
 * Looks at every case once, beside a running installation, and changes nothing.
 *
 * 1. Some cases at a time, each batch in one snapshot of Postgres: what moves on meanwhile is still seen whole.
 * 2. What a case and its workflow say of each other is two servers' word. Only a suspicion comes out of that, and it is
 *    told when it still holds after having been looked at again.
 */
export async function verify(installation: Installation, found: (violation: Violation) => void): Promise<Sum> {
  const { dataSource } = installation;
  const sum = { cases: 0, events: 0 };
  const suspects = new Set<string>();
  for await (const ids of allCaseIds(dataSource.manager)) {
    const files = await readCaseFiles(dataSource, ids);
    for (const file of files) {
      sum.cases += 1;
      sum.events += file.events.length;
      for (const { name, find } of checks) {
        for (const wrong of find(file)) found({ caseId: file.caseId, number: file.number, check: name, wrong });
      }
    }
    for (const id of await suspectsAmong(installation, files)) suspects.add(id);
  }
  for await (const id of foreignRuns(installation)) suspects.add(id);
  for await (const violation of confirmed(installation, [...suspects])) found(violation);
  return sum;
}
