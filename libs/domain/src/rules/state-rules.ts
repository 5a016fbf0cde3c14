import type { Case } from '../case/case.js';

/** What the case itself knows, for checklist items that nobody has to tick. An item names one with `metBy: { state }`. */
export const stateRules: Readonly<Record<string, (state: Case) => boolean>> = {
  /** A case handler was named after the front line took the enquiry in. */
  ownerNamed: (state) => state.marks.some((mark) => mark.key === 'ownerAssigned'),
  contactAndDeputy: (state) => state.deputy !== null,
};
