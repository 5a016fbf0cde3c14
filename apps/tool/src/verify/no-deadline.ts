import { isOwed } from '#domain/deadline/owed.js';
import type { CaseFile } from '../cases/case-file.js';
import type { Check } from './violation.js';

/** An open case waits for something with a date: a deadline of any nature, or the end of a pause. */
export const noDeadline: Check = {
  name: 'no deadline',
  find: (file) => {
    const { view, replayed } = file;
    if (replayed.ok && isAdrift(replayed.state)) return ['the case is open, and nothing of it has a date'];
    if (view && isAdrift(inLists(file, view.body))) return ['the case is open, and no deadline row of it has a date'];
    return [];
  },
};

type Dated = Pick<NonNullable<CaseFile['view']>['body'], 'closedAt' | 'deadlines' | 'pauses'>;

function isAdrift({ closedAt, deadlines, pauses }: Dated): boolean {
  const pauseEnds = pauses.some(({ to }) => to === undefined);
  return closedAt === undefined && !pauseEnds && !deadlines.some(isOwed);
}

/** The case as lists see it: with the deadlines that have rows. */
function inLists({ deadlines }: CaseFile, body: Dated): Dated {
  return { ...body, deadlines: deadlines.map((row) => ({ ...row.body, state: row.state })) };
}
