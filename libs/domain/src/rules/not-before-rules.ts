import { instantInOslo } from '../calendar/oslo-time.js';
import { latestFact } from '../model/latest-fact.js';
import { addMonths } from '../time.js';
import type { Case } from '../model/case.js';
import type { Instant } from '../time.js';
import type { NotBeforeRuleName } from './rule-names.js';

const FIRST_DATA_POINT_MONTHS = 6;

/** The earliest instant at which a fact can be registered; undefined for no limit. `rule-names.ts` describes each. */
export const notBeforeRules: Readonly<Record<NotBeforeRuleName, (state: Case) => Instant | undefined>> = {
  firstDataPoint: (state) => {
    const started = latestFact(state, 'operationStarted');
    return started && instantInOslo(addMonths(started.on, FIRST_DATA_POINT_MONTHS), 0);
  },
};
