import { dueDateForRule } from './rule-due-date.js';
import { occurrences } from '../model/occurrences.js';
import type { Span } from '../calendar/span.js';
import type { SkippedDay } from '../calendar/count.js';
import type { Case, Deadline } from '../model/case.js';
import type { ProcessCore } from '../process/process-document.js';
import type { CalendarId, Instant } from '../time.js';

/** Why a deadline falls on its date. */
export interface DeadlineExplanation {
  readonly basis: { readonly event: number; readonly at: Instant };
  /** The rule's id, i.e. the deadline's kind. */
  readonly rule: string;
  readonly count: number;
  readonly calendar: CalendarId;
  readonly skipped: readonly SkippedDay[];
  readonly paused: readonly Span[];
  readonly moved: Deadline['moved'];
}

/** @returns null when the case has no such deadline. */
export function explainDeadline(core: ProcessCore, state: Case, id: string): DeadlineExplanation | null {
  const deadline = state.deadlines.find((it) => it.id === id);
  if (!deadline) return null;
  const { basis, kind: rule, count, calendar, moved } = deadline;
  const { skipped, paused } = daysOf(core, state, deadline);
  return { basis: { event: basis.seq, at: basis.at }, rule, count, calendar, skipped, paused, moved };
}

function daysOf(core: ProcessCore, state: Case, deadline: Deadline): Pick<DeadlineExplanation, 'skipped' | 'paused'> {
  const rule = core.deadlines[deadline.kind];
  const found =
    rule &&
    occurrences(state, rule.starts).find(
      (it) => it.seq === deadline.basis.seq && it.about?.place === deadline.basis.about?.place,
    );
  const due = rule && found && dueDateForRule(core, state, rule, found, deadline);
  return due ? { skipped: due.skipped, paused: due.paused } : { skipped: [], paused: [] };
}
