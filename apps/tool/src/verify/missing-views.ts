import { expectedViews } from '../cases/expected-views.js';
import type { Check } from './violation.js';

/** Every row that the events give is there. Without its own row nobody finds the case, so the others are not named then. */
export const missingViews: Check = {
  name: 'view missing',
  find: (file) => {
    if (file.events.length === 0) return [];
    if (!file.view) return ['the case has events but no row'];
    const expected = expectedViews(file);
    if (!expected) return [];
    const { deadlines, handovers, parties, custody } = file;
    // The open custody row has a check of its own.
    const ended = expected.custody.filter(({ toAt }) => toAt !== null);
    return [
      ...absent(
        'deadline',
        keys(deadlines, ({ id }) => id),
        keys(expected.deadlines, ({ id }) => id),
      ),
      ...absent(
        'handover',
        keys(handovers, ({ id }) => id),
        keys(expected.handovers, ({ id }) => id),
      ),
      ...absent(
        'party',
        keys(parties, ({ n }) => n),
        keys(expected.parties, ({ n }) => n),
      ),
      ...absent(
        'custody from event',
        keys(custody, ({ fromSeq }) => fromSeq),
        keys(ended, ({ fromSeq }) => fromSeq),
      ),
    ];
  },
};

function keys<Row, Key>(rows: readonly Row[], keyOf: (row: Row) => Key): readonly Key[] {
  return rows.map(keyOf);
}

function absent<Key extends string | number>(what: string, there: readonly Key[], expected: readonly Key[]): string[] {
  return expected.filter((key) => !there.includes(key)).map((key) => `${what} ${key} has no row`);
}
