import { latestFact } from '../model/latest-fact.js';
import type { Case } from '../model/case.js';
import type { StateRuleName } from './rule-names.js';

/** Whether the state of the case meets an item that nobody ticks. `rule-names.ts` describes each. */
export const stateRules: Readonly<Record<StateRuleName, (state: Case) => boolean>> = {
  ownerNamed: (state) => state.marks.some((mark) => mark.key === 'ownerAssigned'),
  contactAndDeputy: (state) => state.deputy !== null,
  receiptSent: (state) =>
    state.marks.some((mark) => mark.key === 'receipt') || latestFact(state, 'receiptSent') !== undefined,
};
