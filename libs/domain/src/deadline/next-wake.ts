import type { Case, Deadline, Rung } from '../model/case.js';
import type { Instant } from '../time.js';

/** Something that happens by itself at an instant: a rung fires, or a deadline reaches its `dueAt`. */
export interface DueAction {
  readonly at: Instant;
  readonly deadline: Deadline;
  /** Absent when the deadline itself ends. */
  readonly rung?: Rung;
}

/** The earliest due action of the case, or null when there is none. A case has no other timer. */
export function nextDueAction(state: Case): DueAction | null {
  let earliest: DueAction | null = null;
  for (const deadline of state.deadlines) {
    const due = dueActionOf(deadline);
    if (due && (!earliest || due.at < earliest.at)) earliest = due;
  }
  return earliest;
}

/** When the workflow must wake by itself; null when it need not. */
export function nextWakeAt(state: Case): Instant | null {
  return nextDueAction(state)?.at ?? null;
}

function dueActionOf(deadline: Deadline): DueAction | null {
  if (deadline.state === 'OPEN') return earlier(nextRungOf(deadline), { at: deadline.dueAt, deadline });
  if (deadline.state === 'BREACHED' && deadline.metAt === undefined && !deadline.ladderPaused)
    return nextRungOf(deadline);
  return null;
}

function nextRungOf(deadline: Deadline): DueAction | null {
  let earliest: DueAction | null = null;
  for (const rung of deadline.rungs) {
    if (rung.done) continue;
    const at = rung.waitsUntil ?? rung.at;
    if (!earliest || at < earliest.at) earliest = { at, deadline, rung };
  }
  return earliest;
}

function earlier(a: DueAction | null, b: DueAction): DueAction {
  return a && a.at <= b.at ? a : b;
}
