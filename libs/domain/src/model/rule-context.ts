import type { ProcessCore } from '../process/process-document.js';

/** What `decide` and `fire` need besides the case: the pinned process, the clock's speed and the rule level. */
export interface RuleContext {
  readonly core: ProcessCore;
  /** Domain seconds per wall second: lateness after an outage is measured in wall seconds. */
  readonly speed: number;
  /**
   * The rule level at which the run started or was renewed. A code change that would give other events for an old input
   * checks it.
   */
  readonly ruleLevel: number;
}

/** The rule level of today's code: 1 until a release has gone out, one more with every guarded change after that. */
export const RULE_LEVEL = 1;
