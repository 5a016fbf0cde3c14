import { expectedViews } from '../cases/expected-views.js';
import type { CaseCheck } from './violation.js';

/** Every view row that follows from the events exists. When the row of the case is missing, no other is checked. */
export const missingViews: CaseCheck = {
  name: 'view missing',
  find: (caseFile) => {
    if (caseFile.events.length === 0) return [];
    if (!caseFile.view) return ['the case has events but no row'];
    const expected = expectedViews(caseFile);
    // The check `view differs` reports why the expected rows cannot be computed.
    if (!expected) return [];
    const { deadlines, handovers, parties, ownershipHistory } = caseFile;
    // The row of the present owner has no end; the check `no owner` reports it when it is missing.
    const ended = expected.ownershipHistory.filter(({ toAt }) => toAt !== null);
    return [
      ...missingRows(
        'deadline',
        keysOf(deadlines, ({ id }) => id),
        keysOf(expected.deadlines, ({ id }) => id),
      ),
      ...missingRows(
        'handover',
        keysOf(handovers, ({ id }) => id),
        keysOf(expected.handovers, ({ id }) => id),
      ),
      ...missingRows(
        'party',
        keysOf(parties, ({ n }) => n),
        keysOf(expected.parties, ({ n }) => n),
      ),
      ...missingRows(
        'ownership from event',
        keysOf(ownershipHistory, ({ fromSeq }) => fromSeq),
        keysOf(ended, ({ fromSeq }) => fromSeq),
      ),
    ];
  },
};

function keysOf<Row, Key>(rows: readonly Row[], keyOf: (row: Row) => Key): readonly Key[] {
  return rows.map(keyOf);
}

function missingRows<Key extends string | number>(
  what: string,
  stored: readonly Key[],
  expected: readonly Key[],
): string[] {
  return expected.filter((key) => !stored.includes(key)).map((key) => `${what} ${key} has no row`);
}
