import { latestFact } from '../policy/permits.js';
import type { Case } from '../case/case.js';
import type { ProcessCore } from '../process/core.js';

/** Whether an item or a deadline applies to this case. A rule names one with `when`. */
export const whenRules: Readonly<Record<string, (state: Case, core: ProcessCore) => boolean>> = {
  /** An office, hours or money has been given, so the aid ledger must be kept. */
  aidGiven: (state) => ['officeGranted', 'aidAwarded'].some((fact) => latestFact(state, fact)),
};
