import { expectedViews } from '../cases/expected-views.js';
import type { CaseCheck } from './violation.js';

/** Every view row that follows from the events exists. When the row of the case is missing, only that is reported. */
export const missingViews: CaseCheck = {
  name: 'view missing',
  find: (file) => {
    if (file.events.length === 0) return [];
    if (!file.view) return ['the case has events but no row'];
    const expected = expectedViews(file);
    if (!expected) return [];
    const { deadlines, handovers, parties, ownershipHistory } = file;
    // The check `no owner` reports a missing row of the present owner.
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
        'custody from event',
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
