import { isOwed } from './owed.js';
import type { Case, Deadline } from '../model/case.js';
import type { ProcessCore } from '../process/process-document.js';

/** The debts that carry the case on, earliest first. An open case that is not paused always has one (decision 20). */
export function carryingDebts(
  core: Pick<ProcessCore, 'deadlines'>,
  { deadlines }: Pick<Case, 'deadlines'>,
): Deadline[] {
  return deadlines
    .filter((it) => it.nature === 'DEBT' && isOwed(it) && core.deadlines[it.kind]?.carries)
    .sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1));
}
