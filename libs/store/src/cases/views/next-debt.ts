import type { Case } from '#domain/model/case.js';
import { isOwed } from '#domain/deadline/owed.js';
import type { Instant } from '#domain/time.js';

/** The earliest due time of the open DEBT deadlines, breached ones included. */
export function nextDebtAt(state: Case): Instant | null {
  const due = state.deadlines.filter((it) => it.nature === 'DEBT' && isOwed(it)).map(({ dueAt }) => dueAt);
  return due.length === 0 ? null : due.reduce((earliest, at) => (at < earliest ? at : earliest));
}
