import type { CaseFile } from '../cases/case-file.js';
import { differences } from '../cases/differences.js';
import { expectedViews } from '../cases/expected-views.js';
import { gapsIn } from '../cases/history.js';
import { hasOneRightOwner } from './two-owners.js';
import type { Check } from './violation.js';

const WORDS: ReadonlySet<string> = new Set(['title']);

/** Every view row is what the events give, column by column, and there is none that they do not give. */
export const differingViews: Check = {
  name: 'view differs',
  find: (file) => {
    if (file.events.length === 0) return [];
    const expected = expectedViews(file);
    if (!expected) return cannotTell(file);
    const { view, title, deadlines, handovers, parties, custody } = file;
    return [
      ...(title === null ? ['the words of its title are not there'] : []),
      ...(view ? compared('the case', view, { ...expected.collaboration, title: title ?? view.title }) : []),
      ...rows('deadline', deadlines, expected.deadlines, ({ id }) => id),
      ...rows('handover', handovers, expected.handovers, ({ id }) => id),
      ...rows('party', parties, expected.parties, ({ n }) => String(n)),
      // Who is accountable now has checks of its own.
      ...(hasOneRightOwner(file)
        ? rows('custody from event', custody, expected.custody, ({ fromSeq }) => String(fromSeq))
        : []),
    ];
  },
};

/** A gap is told of already; anything else that keeps the events from being replayed is told of here. */
function cannotTell({ replayed, events, view }: CaseFile): string[] {
  if (replayed.ok) {
    const { id, version } = replayed.state.process;
    return [`process ${id} version ${version}, to which it is pinned, is not there`];
  }
  return gapsIn(events, view?.version ?? 0).length > 0 ? [] : [`its events cannot be replayed: ${replayed.why}`];
}

function rows<Row extends object>(
  what: string,
  stored: readonly Row[],
  expected: readonly Row[],
  keyOf: (row: Row) => string,
): string[] {
  const known = new Map(expected.map((row) => [keyOf(row), row]));
  return stored.flatMap((row) => {
    const right = known.get(keyOf(row));
    return right ? compared(`${what} ${keyOf(row)}`, row, right) : [`${what} ${keyOf(row)}: no event gives this row`];
  });
}

function compared(what: string, stored: object, expected: object): string[] {
  const different = differences(stored, expected, WORDS);
  return different ? [`${what}: ${different}`] : [];
}
