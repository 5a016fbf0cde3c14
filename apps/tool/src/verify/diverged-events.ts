import type { DivergedRow } from '#store/cases/history/diverged-table.js';
import type { EventRow } from '#store/cases/history/event-table.js';
import type { CaseCheck } from './violation.js';

/** No workflow run tried to record an event that contradicts the stored history. */
export const divergedEvents: CaseCheck = {
  name: 'diverged',
  find: ({ divergedRows: rows, events }) => rows.map((row) => describeDivergence(row, events)),
};

function describeDivergence({ seq, seenHash, storedHash }: DivergedRow, events: readonly EventRow[]): string {
  if (events.some((event) => event.seq === seq && event.hash === seenHash)) {
    return `event ${seq} was refused once and has been taken since; a restart of the case removes the note`;
  }
  return storedHash === null
    ? `the run offered event ${seq} while the one before it was not there`
    : `the run offered another event ${seq} than the one that is there`;
}
