import type { Case } from '#domain/model/case.js';
import { nextWakeAt } from '#domain/deadline/next-wake.js';
import type { CaseFile } from '#store/cases/inspect/case-file.js';

/** Wall time that the relay may take to start a case. */
const MAX_START_DELAY_MS = 60_000;

/** True when the case must have a workflow: it is open, or it is closed and still has a deadline to fire. */
export function needsWorkflow(caseFile: CaseFile): boolean {
  const state = stateOf(caseFile);
  return state !== null && (state.closedAt === undefined || nextWakeAt(state) !== null);
}

/**
 * True when the case was opened in Postgres and the relay may not have started it yet.
 * @param readyAt  when the installation became ready; null before that, when the relay starts nothing.
 */
export function isAwaitingStart({ startRequest }: CaseFile, readyAt: string | null, nowMs: number): boolean {
  if (!startRequest || startRequest.startedAt !== null) return false;
  if (readyAt === null) return true;
  return nowMs - Math.max(Date.parse(startRequest.requestedAt), Date.parse(readyAt)) < MAX_START_DELAY_MS;
}

/** The state folded from the events, or that of the view row when they cannot be replayed. */
function stateOf({ replayed, view }: CaseFile): Case | null {
  return replayed.ok ? replayed.state : (view?.body ?? null);
}
