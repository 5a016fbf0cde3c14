import { latestFact } from '../model/latest-fact.js';
import type { Case } from '../model/case.js';
import { routeOf, routeRuleOf } from './route-of.js';
import type { ProcessCore } from '../process/process-document.js';
import type { WhenRuleName } from './rule-names.js';

const DATA_POINTS_EXPECTED = 3;

/** Routes that buy something under the procurement rules (domain.md B4). */
const PAID_ROUTES = new Set([
  'DIRECT_BELOW_THRESHOLD',
  'PART_I_COMPETITION',
  'PART_II_NATIONAL',
  'PART_III_EEA',
  'INNOVATION_PARTNERSHIP',
  'RD_EXEMPT_PCP',
  'PART_IV_HEALTH_SOCIAL',
  'RESERVED_NON_PROFIT',
  'CONCESSION',
  'OUTCOME_CONTRACT',
]);

/** Whether an item, a deadline or a prerequisite applies to the case. `rule-names.ts` describes each. */
export const whenRules: Readonly<Record<WhenRuleName, (state: Case, core: ProcessCore) => boolean>> = {
  aidGiven: (state) => ['officeGranted', 'adviceGranted'].some((fact) => latestFact(state, fact)),
  personalData: (state) => latestFact(state, 'dpiaScreened')?.data.personalData === true,
  paidRoute: (state) => PAID_ROUTES.has(routeOf(state) ?? ''),
  noticeRequired: (state, core) => routeRuleOf(state, core)?.notice ?? false,
  standstillRequired: (state, core) => (routeRuleOf(state, core)?.standstill ?? 'NONE') !== 'NONE',
  moreDataPoints: (state) =>
    state.facts.filter((it) => it.fact === 'dataPointRecorded' && !it.retracted).length < DATA_POINTS_EXPECTED,
};
