import type { Case } from '#domain/model/case.js';
import { nextDeadline } from '#domain/deadline/next-deadline.js';
import type { CaseFile } from './case-file.js';

/** Wall time that the relay may take to start a case. */
const MAX_START_DELAY_MS = 60_000;

/** True when the case must have a workflow: it is open, or it is closed and still has a deadline to fire. */
export function needsRun(file: CaseFile): boolean {
  const state = stateOf(file);
  return state !== null && (state.closedAt === undefined || nextDeadline(state) !== null);
}

/**
 * True when the case was opened in Postgres and the relay may not have started it yet.
 * @param readyAt  when the installation became ready; null before that, when the relay starts nothing.
 */
export function isToBeStarted({ start }: CaseFile, readyAt: string | null, nowMs: number): boolean {
  if (!start || start.startedAt !== null) return false;
  if (readyAt === null) return true;
  return nowMs - Math.max(Date.parse(start.requestedAt), Date.parse(readyAt)) < MAX_START_DELAY_MS;
}

/** The state folded from the events, or that of the view row when they cannot be replayed. */
function stateOf({ replayed, view }: CaseFile): Case | null {
  return replayed.ok ? replayed.state : (view?.body ?? null);
}
