import { isOwed } from '../deadline/owed.js';
import { blockers } from './blockers.js';
import type { Case, Deadline } from '../model/case.js';
import type { Party, ProcessCore } from '../process/process-document.js';

/**
 * Who must act next: the debtor of the earliest debt that blocks the gate, else of the earliest open debt, else the
 * municipality. A closed case waits for nobody.
 */
export function waitingFor(core: ProcessCore, state: Case): Party | null {
  if (state.closedAt !== undefined) return null;
  const debts = state.deadlines
    .filter((it) => it.nature === 'DEBT' && isOwed(it))
    .sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1));
  const ends = blockers(core, state).flatMap(({ unblock }) => (unblock.fact ? [`fact:${unblock.fact}`] : []));
  const blocks = (debt: Deadline): boolean =>
    core.deadlines[debt.kind]?.ends.some((end) => ends.includes(end)) ?? false;
  return (debts.find(blocks) ?? debts[0])?.owedBy.party ?? 'MUNICIPALITY';
}
