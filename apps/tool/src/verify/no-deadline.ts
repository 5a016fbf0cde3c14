import { isOwed } from '#domain/deadline/owed.js';
import type { CaseFile } from '#store/cases/inspect/case-file.js';
import type { CaseCheck } from './violation.js';

/** An open case has at least one dated thing to wait for: an open deadline, or the end of a pause. */
export const noDeadline: CaseCheck = {
  name: 'no deadline',
  find: (caseFile) => {
    const { view, replayed } = caseFile;
    if (replayed.ok && hasNoDate(replayed.state)) return ['the case is open, and nothing of it has a date'];
    if (view && hasNoDate(withStoredDeadlines(caseFile, view.body)))
      return ['the case is open, and no deadline row of it has a date'];
    return [];
  },
};

type CaseDates = Pick<NonNullable<CaseFile['view']>['body'], 'closedAt' | 'deadlines' | 'pauses'>;

function hasNoDate({ closedAt, deadlines, pauses }: CaseDates): boolean {
  const pauseEnds = pauses.some(({ to }) => to === undefined);
  return closedAt === undefined && !pauseEnds && !deadlines.some(isOwed);
}

/** The view's case with the debts of the deadline rows, which lists are read from; other deadlines have no row. */
function withStoredDeadlines({ deadlines: rows }: CaseFile, body: CaseDates): CaseDates {
  const others = body.deadlines.filter(({ nature }) => nature !== 'DEBT');
  return { ...body, deadlines: [...others, ...rows.map((row) => ({ ...row.body, state: row.state }))] };
}
