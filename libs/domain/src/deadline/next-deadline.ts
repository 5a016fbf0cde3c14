import type { Case, Deadline, Rung } from '../model/case.js';
import type { Instant } from '../time.js';

/** Something that happens by itself at an instant: a rung fires, or a deadline reaches its `dueAt`. */
export interface Due {
  readonly at: Instant;
  readonly deadline: Deadline;
  /** Absent when the deadline itself ends. */
  readonly rung?: Rung;
}

/** The earliest due action of the case, or null when there is none. A case has no other timer. */
export function nextDue(state: Case): Due | null {
  let earliest: Due | null = null;
  for (const deadline of state.deadlines) {
    const due = dueActionOf(deadline);
    if (due && (!earliest || due.at < earliest.at)) earliest = due;
  }
  return earliest;
}

/** When the workflow must wake by itself; null when it need not. */
export function nextDeadline(state: Case): Instant | null {
  return nextDue(state)?.at ?? null;
}

function dueActionOf(deadline: Deadline): Due | null {
  if (deadline.state === 'OPEN') return earlier(nextRungOf(deadline), { at: deadline.dueAt, deadline });
  if (deadline.state === 'BREACHED' && deadline.metAt === undefined) return nextRungOf(deadline);
  return null;
}

function nextRungOf(deadline: Deadline): Due | null {
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
