/**
 * Every rule that a process document may name, and what it means. `checkDocument` reports a name that is not here; the
 * other files in this folder hold the functions.
 */

/** Whether an item, a deadline or a fact's prerequisite applies to the case. */
export const WHEN_RULES = {
  aidGiven: 'an office or advice hours have been granted (officeGranted, adviceGranted)',
  personalData: 'the latest dpiaScreened says that personal data are processed',
  paidRoute:
    'the chosen route buys something under the procurement rules (of the routes of domain.md B4 the first nine and OUTCOME_CONTRACT)',
  noticeRequired: 'the chosen route has `notice`',
  standstillRequired: 'the chosen route has a `standstill` other than NONE',
  moreDataPoints: 'fewer than three dataPointRecorded stand (6, 12 and 24 months)',
} as const;

/** Whether the state of the case meets an item. */
export const STATE_RULES = {
  ownerNamed: 'a case handler was named after the front line took the enquiry in',
  contactAndDeputy: 'there are a contact and a deputy',
  receiptSent: 'the opening sent the receipt, or a fact receiptSent stands',
} as const;

/** The count of a deadline from its basis, in the unit of the rule's calendar. */
export const COUNT_RULES = {
  procurementSla: "the chosen route's `slaDays`; 180 when none is chosen",
  untilBudgetDate: 'calendar days from the basis to the next 1 December after it',
  nextDataPoint:
    'calendar days from the basis to 12 months after operationStarted when one data point stands up to the basis, else to 24 months; at least 1',
  untilResume: 'calendar days from the basis to the resume date of the pause it began',
} as const;

/** The earliest instant at which a fact can be registered. */
export const NOT_BEFORE_RULES = {
  firstDataPoint: 'six months after operationStarted',
} as const;

export type WhenRuleName = keyof typeof WHEN_RULES;
export type StateRuleName = keyof typeof STATE_RULES;
export type CountRuleName = keyof typeof COUNT_RULES;
export type NotBeforeRuleName = keyof typeof NOT_BEFORE_RULES;
