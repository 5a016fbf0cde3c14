import { isOwed } from '../deadline/owed.js';
import { actKey } from './act.js';
import { carryingActs } from './carrying-acts.js';
import { debtActs } from './debt-acts.js';
import type { Case, Deadline } from '../model/case.js';
import type { ProcessCore } from '../process/process-document.js';
import type { Act } from './act.js';

/** An act and the earliest debt that it meets, if any. */
export interface OrderedAct {
  readonly act: Act;
  readonly debt?: Deadline;
}

interface OrderedActs {
  /** What carries the case on: by the due date of the debt that it meets, then what no debt asks for. */
  readonly carrying: readonly OrderedAct[];
  /** What meets the other debts, by their due date. */
  readonly others: readonly OrderedAct[];
}

export function orderedActs(core: ProcessCore, state: Case): OrderedActs {
  const byKey = new Map<string, OrderedAct & { readonly debt: Deadline }>();
  for (const debt of openDebts(state))
    for (const act of debtActs(core, state, debt)) {
      const key = actKey(act);
      if (!byKey.has(key)) byKey.set(key, { act, debt });
    }
  const carrying = carryingActs(core, state).map((act) => {
    const debt = byKey.get(actKey(act))?.debt;
    return { act: debt?.heldBy === undefined ? act : { ...act, persons: [debt.heldBy] }, ...(debt && { debt }) };
  });
  const carries = new Set(carrying.map(({ act }) => actKey(act)));
  return {
    carrying: carrying.sort((a, b) => dueAt(a).localeCompare(dueAt(b))),
    others: [...byKey].flatMap(([key, found]) => (carries.has(key) ? [] : [found])),
  };
}

/** What somebody owes now, earliest first. */
export function openDebts({ deadlines }: Pick<Case, 'deadlines'>): Deadline[] {
  return deadlines
    .filter((it) => it.nature === 'DEBT' && isOwed(it) && it.state !== 'PAUSED')
    .sort((a, b) => a.dueAt.localeCompare(b.dueAt));
}

const dueAt = ({ debt }: OrderedAct): string => debt?.dueAt ?? '9999';
