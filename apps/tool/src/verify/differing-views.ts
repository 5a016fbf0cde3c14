import type { CaseFile } from '#store/cases/inspect/case-file.js';
import { describeDifferences } from '../cases/differences.js';
import { expectedViews } from '../cases/expected-views.js';
import { gapsIn } from '#store/cases/inspect/case-history.js';
import { hasOneRightOwner } from './two-owners.js';
import type { CaseCheck } from './violation.js';

const SECRET_COLUMNS: ReadonlySet<string> = new Set(['title']);

/** Every view row equals the row that follows from the events, and no other view row exists. */
export const differingViews: CaseCheck = {
  name: 'view differs',
  find: (caseFile) => {
    if (caseFile.events.length === 0) return [];
    const expected = expectedViews(caseFile);
    if (!expected) return replayProblem(caseFile);
    const { view, title, deadlines, handovers, parties, ownershipHistory } = caseFile;
    return [
      ...(title === null ? ['the text of its title is missing'] : []),
      ...(view ? compareRow('the case', view, { ...expected.collaboration, title: title ?? view.title }) : []),
      ...compareRows('deadline', deadlines, expected.deadlines, ({ id }) => id),
      ...compareRows('handover', handovers, expected.handovers, ({ id }) => id),
      ...compareRows('party', parties, expected.parties, ({ n }) => String(n)),
      // The checks `no owner` and `two owners` report defects of the present owner.
      ...(hasOneRightOwner(caseFile)
        ? compareRows('ownership from event', ownershipHistory, expected.ownershipHistory, ({ fromSeq }) =>
            String(fromSeq),
          )
        : []),
    ];
  },
};

/** Why no rows can be computed. Empty for a gap, which has a check of its own. */
function replayProblem({ replayed, events, view }: CaseFile): string[] {
  if (replayed.ok) {
    const { id, version } = replayed.state.process;
    return [`process ${id} version ${version}, to which it is pinned, is not there`];
  }
  return gapsIn(events, view?.version ?? 0).length > 0 ? [] : [`its events cannot be replayed: ${replayed.why}`];
}

function compareRows<Row extends object>(
  what: string,
  stored: readonly Row[],
  expected: readonly Row[],
  keyOf: (row: Row) => string,
): string[] {
  const expectedByKey = new Map(expected.map((row) => [keyOf(row), row]));
  return stored.flatMap((row) => {
    const expectedRow = expectedByKey.get(keyOf(row));
    return expectedRow
      ? compareRow(`${what} ${keyOf(row)}`, row, expectedRow)
      : [`${what} ${keyOf(row)}: no event gives this row`];
  });
}

function compareRow(what: string, stored: object, expected: object): string[] {
  const difference = describeDifferences(stored, expected, SECRET_COLUMNS);
  return difference ? [`${what}: ${difference}`] : [];
}
