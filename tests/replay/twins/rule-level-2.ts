export type { RuleContext } from '../../../libs/domain/src/model/rule-context.js';

/** The level of code that has one guarded change more than code of level 1. */
export const RULE_LEVEL = 2;
