import type { Case, Deadline, Rung } from '../model/case.js';
import type { Instant } from '../time.js';

/** Something the clock owes: a rung to fire, or a deadline whose day is over. */
export interface Due {
  readonly at: Instant;
  readonly deadline: Deadline;
  /** Absent when the deadline itself is over. */
  readonly rung?: Rung;
}

/** The earliest thing the clock owes this case, or null when it owes nothing. A case has no other timer. */
export function nextDue(state: Case): Due | null {
  let earliest: Due | null = null;
  for (const deadline of state.deadlines) {
    const due = dueOf(deadline);
    if (due && (!earliest || due.at < earliest.at)) earliest = due;
  }
  return earliest;
}

/** When the workflow must wake by itself. */
export function nextDeadline(state: Case): Instant | null {
  return nextDue(state)?.at ?? null;
}

function dueOf(deadline: Deadline): Due | null {
  if (deadline.state === 'OPEN') return earlier(rungOf(deadline), { at: deadline.dueAt, deadline });
  if (deadline.state === 'BREACHED' && deadline.metAt === undefined) return rungOf(deadline);
  return null;
}

function rungOf(deadline: Deadline): Due | null {
  let earliest: Due | null = null;
  for (const rung of deadline.rungs) {
    if (rung.done) continue;
    const at = rung.waitsUntil ?? rung.at;
    if (!earliest || at < earliest.at) earliest = { at, deadline, rung };
  }
  return earliest;
}

function earlier(a: Due | null, b: Due): Due {
  return a && a.at <= b.at ? a : b;
}
