import { MANAGER_ACTS } from '../model/asked.js';
import type { ManagerAct } from '../model/asked.js';
import type { Deadline } from '../model/case.js';
import type { ProcessCore } from '../process/process-document.js';

/**
 * What a manager can do about a debt that was escalated. What a fact meets may be done by whoever is given it; decisions and
 * answers stay with those who may give them, and a date set by law stays.
 */
export function managerActsOn(core: ProcessCore, debt: Deadline): readonly ManagerAct[] {
  const { kind, owedBy, effect } = debt;
  const isMetByFact =
    owedBy.party === 'MUNICIPALITY' && (core.deadlines[kind]?.ends.some((end) => end.startsWith('fact:')) ?? false);
  const isPossible: Readonly<Record<ManagerAct, boolean>> = {
    NUDGE: true,
    NEW_DATE: effect !== 'LEGAL',
    GIVE: isMetByFact,
    TAKE_OVER: isMetByFact,
  };
  return MANAGER_ACTS.filter((act) => isPossible[act]);
}
