import type { Case } from '#domain/model/case.js';
import { nextDeadline } from '#domain/deadline/next-deadline.js';
import type { CaseFile } from './case-file.js';

/** Wall milliseconds that the relay may take to start a case. */
const START_WITHIN = 60_000;

/** True when a workflow must run: while the case is open, and after that while something of it is still to come. */
export function needsRun(file: CaseFile): boolean {
  const state = stateOf(file);
  return state !== null && (state.closedAt === undefined || nextDeadline(state) !== null);
}

/**
 * True when the case was opened in Postgres and the relay may still be about to start it.
 * @param readyAt  when the installation became ready, null before: until then nothing is started.
 */
export function isToBeStarted({ start }: CaseFile, readyAt: string | null, wall: number): boolean {
  if (!start || start.startedAt !== null) return false;
  if (readyAt === null) return true;
  return wall - Math.max(Date.parse(start.requestedAt), Date.parse(readyAt)) < START_WITHIN;
}

/** What the events say; when they cannot be replayed, what the view says. */
function stateOf({ replayed, view }: CaseFile): Case | null {
  return replayed.ok ? replayed.state : (view?.body ?? null);
}
