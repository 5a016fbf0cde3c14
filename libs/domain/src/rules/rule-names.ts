/**
 * Every rule that a process document may name, and what it means. `checkDocument` reports a name that is not here; the
 * other files in this folder hold the functions. "The facts" are those that the document names beside the rule.
 */

export interface RuleDescription {
  readonly means: string;
  /** The document must name the facts that it asks about; absent: none may be named. */
  readonly asksAboutFacts?: true;
}

type Descriptions = Readonly<Record<string, RuleDescription>>;

/** Whether an item, a deadline or a fact's prerequisite applies to the case. */
export const WHEN_RULES = {
  aidGiven: { means: 'one of the facts, which give aid, is registered', asksAboutFacts: true },
  personalData: { means: 'the latest of the facts has a true `personalData`', asksAboutFacts: true },
  paidRoute: { means: 'the chosen route is `paid`' },
  noticeRequired: { means: 'the chosen route has `notice`' },
  standstillRequired: { means: 'the chosen route has a `standstill` other than NONE' },
  outsideAgreement: { means: 'the chosen route is not `inHouse`, or no route is chosen' },
  signedWithoutStandstill: { means: 'the same, and the chosen route, if any, has a `standstill` of NONE' },
  handlerDisqualified: {
    means: 'by the latest of the facts that the owner or the deputy registered, `impartial` is false',
    asksAboutFacts: true,
  },
  noLetterReader: { means: 'nobody is known to whom a letter to the entrepreneur can go' },
  entrepreneurKnown: { means: 'the case has an organisation, or somebody to whom a letter to the entrepreneur can go' },
  receiverMissing: { means: 'no unit stands by a yes to receive what comes out of the case' },
  operationGoesOn: {
    means:
      'the case is open; or it was completed, and none of the facts says that the operation stops (STOP, END or RETENDER)',
    asksAboutFacts: true,
  },
  pilotGoesOn: {
    means: 'the latest of the facts starts the pilot, as the first of them registered did, and does not end it',
    asksAboutFacts: true,
  },
  moreDataPoints: { means: 'fewer than three of the facts stand (6, 12 and 24 months)', asksAboutFacts: true },
} as const satisfies Descriptions;

/** Whether the state of the case meets an item. */
export const STATE_RULES = {
  ownerNamed: { means: 'a case handler was named after the front line took the enquiry in' },
  contactAndDeputy: { means: 'there are a deputy and a contact, who is not the one that took the enquiry in' },
  hostingUnitAgreed: { means: 'the hosting unit has said yes, and stands by it' },
  receivingUnitAgreed: { means: 'the receiving unit has said yes, and stands by it' },
  benefitUnitAgreed: { means: 'a unit has said yes to own the benefit, and stands by it' },
  receiptSent: {
    means: 'whoever sent the enquiry was shown the receipt by the form, or one of the facts stands',
    asksAboutFacts: true,
  },
  decisionTold: {
    means:
      "the gate is decided, and the decision's letter, which the product writes, has somebody to go to; else one of the facts stands after the decision",
    asksAboutFacts: true,
  },
} as const satisfies Descriptions;

/** The rule by which the entrepreneur has been told of the decision. */
export const TOLD: keyof typeof STATE_RULES = 'decisionTold';

/** The count of a deadline from its basis, in the unit of the rule's calendar. */
export const COUNT_RULES = {
  procurementSla: { means: "the chosen route's `slaDays`; 180 when none is chosen" },
  untilBudgetDate: {
    means:
      'calendar days from the basis to the next 1 December; from September on to that of next year, where the basis is one of the facts',
    asksAboutFacts: true,
  },
  nextDataPoint: {
    means:
      'calendar days from the basis to 12 months after the latest of the facts when one data point (of the kind of the basis) stands up to the basis, else to 24 months; at least 1',
    asksAboutFacts: true,
  },
  untilPhaseEnds: {
    means:
      'calendar days from the basis to the latest date of an open `phaseSla` deadline, or 395 where there is none; at least 10',
  },
  untilResume: { means: 'calendar days from the basis to the resume date of the pause it began' },
} as const satisfies Descriptions;

/** The earliest instant at which a fact can be registered. */
export const NOT_BEFORE_RULES = {
  firstDataPoint: { means: 'six months after the latest of the facts', asksAboutFacts: true },
} as const satisfies Descriptions;

export type WhenRuleName = keyof typeof WHEN_RULES;
export type StateRuleName = keyof typeof STATE_RULES;
export type CountRuleName = keyof typeof COUNT_RULES;
export type NotBeforeRuleName = keyof typeof NOT_BEFORE_RULES;
