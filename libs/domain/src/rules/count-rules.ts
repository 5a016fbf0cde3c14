import type { Case } from '../case/case.js';
import type { ProcessCore } from '../process/core.js';

/** Where no route has been chosen yet the longest ordinary procedure is allowed for (domain.md D6, Part III). */
const UNROUTED_SLA_DAYS = 180;

/** Counts that need code; a deadline rule names one with `{ rule }`. Each gives whole days. */
export const countRules: Readonly<Record<string, (state: Case, core: ProcessCore) => number>> = {
  procurementSla: (state, core) =>
    (state.route === null ? undefined : core.routes[state.route]?.slaDays) ?? UNROUTED_SLA_DAYS,
};
