import { carryingDebts } from '#domain/deadline/carrying-debts.js';
import type { CaseCheck } from './violation.js';

/** Of an open case that is not paused somebody always owes what carries it on (decision 20). */
export const noCarryingDebt: CaseCheck = {
  name: 'no carrying debt',
  find: ({ replayed, core }) => {
    if (!replayed.ok || !core || replayed.state.state !== 'OPEN') return [];
    const isAsked = Object.values(core.deadlines).some(({ carries }) => carries);
    return isAsked && carryingDebts(core, replayed.state).length === 0
      ? ['the case is open, and nobody owes what would carry it on']
      : [];
  },
};
