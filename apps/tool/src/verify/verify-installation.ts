import { openFileStore } from '#platform/files/open-file-store.js';
import { allCaseIds } from '#store/cases/inspect/case-ids.js';
import { readCaseFiles } from '#store/cases/inspect/case-file.js';
import { wrongSearchCopies } from '#store/cases/inspect/search-copies.js';
import type { Installation } from '../with-installation.js';
import { caseChecks } from './checks.js';
import { confirmViolations, runsWithoutCase, candidatesAmong } from './candidates.js';
import type { Violation } from './violation.js';
import { wrongContents } from './wrong-contents.js';

export interface VerifiedTotals {
  readonly cases: number;
  readonly events: number;
}

/**
 * Checks every case once while the installation runs. Changes nothing.
 *
 * 1. Each batch of cases is read in one snapshot of Postgres, so that each case is consistent although commands go on.
 * 2. A case and its workflow cannot be read in one snapshot. A mismatch only makes the case a candidate, and is reported
 *    when it remains after several rechecks.
 * 3. Contents of files and what is searched are compared with their rows.
 */
export async function verifyInstallation(
  installation: Installation,
  report: (violation: Violation) => void,
): Promise<VerifiedTotals> {
  const { dataSource, config } = installation;
  const store = openFileStore(config);
  const totals = { cases: 0, events: 0 };
  const candidates = new Set<string>();
  for await (const ids of allCaseIds(dataSource.manager)) {
    const files = await readCaseFiles(dataSource, ids);
    for (const caseFile of files) {
      totals.cases += 1;
      totals.events += caseFile.events.length;
      for (const { name, find } of caseChecks) {
        for (const wrong of find(caseFile))
          report({ caseId: caseFile.caseId, number: caseFile.number, check: name, finding: wrong });
      }
    }
    const numbers = new Map(files.map(({ caseId, number }) => [caseId, number]));
    const tell = (check: string, wrong: readonly { readonly caseId: string; readonly finding: string }[]): void => {
      for (const { caseId, finding } of wrong) report({ caseId, number: numbers.get(caseId) ?? null, check, finding });
    };
    tell('content of a file', await wrongContents(dataSource.manager, store, ids));
    tell('search', await wrongSearchCopies(dataSource, ids));
    for (const id of await candidatesAmong(installation, files)) candidates.add(id);
  }
  for await (const id of runsWithoutCase(installation)) candidates.add(id);
  for await (const violation of confirmViolations(installation, [...candidates])) report(violation);
  return totals;
}
