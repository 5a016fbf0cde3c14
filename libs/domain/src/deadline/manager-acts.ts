import { MANAGER_ACTS } from '../model/asked.js';
import type { ManagerAct } from '../model/asked.js';
import type { Deadline } from '../model/case.js';
import type { ProcessCore } from '../process/process-document.js';

/** Marks of what anybody who is given it can do, besides facts. */
const DONE_BY_ANYBODY: ReadonlySet<string> = new Set(['stepCompleted', 'meetingEnded']);

/**
 * What a manager can do about a debt that was escalated. What a fact meets, a meeting and what was agreed in one may be done by
 * whoever is given it; decisions and answers stay with those who may give them, and a date set by law stays.
 */
export function managerActsOn(core: ProcessCore, debt: Deadline): readonly ManagerAct[] {
  const { kind, owedBy, effect } = debt;
  const isMetByFact =
    owedBy.party === 'MUNICIPALITY' &&
    (core.deadlines[kind]?.ends.some((end) => end.startsWith('fact:') || DONE_BY_ANYBODY.has(end)) ?? false);
  const isPossible: Readonly<Record<ManagerAct, boolean>> = {
    NUDGE: true,
    NEW_DATE: effect !== 'LEGAL',
    GIVE: isMetByFact,
    TAKE_OVER: isMetByFact,
  };
  return MANAGER_ACTS.filter((act) => isPossible[act]);
}
