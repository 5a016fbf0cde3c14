import { hasLetterReader } from './letter-reader.js';
import { latestOf } from '../model/latest-fact.js';
import type { Case, Fact } from '../model/case.js';
import { routeRuleOf } from './route-of.js';
import { standingYes } from './standing-yes.js';
import type { ProcessCore, RuleCall } from '../process/process-document.js';
import type { WhenRuleName } from './rule-names.js';

const DATA_POINTS_EXPECTED = 3;

/** @param facts  the registrations of the facts that the rule asks about, those in force only. */
type WhenFunction = (core: ProcessCore, state: Case, facts: readonly Fact[]) => boolean;

function isAgreed(core: ProcessCore, state: Case): boolean {
  return routeRuleOf(core, state)?.inHouse !== true;
}

/** Whether an item, a deadline or a prerequisite applies to the case. `rule-names.ts` describes each. */
const whenRules: Readonly<Record<WhenRuleName, WhenFunction>> = {
  aidGiven: (_core, _state, facts) => facts.length > 0,
  personalData: (_core, _state, facts) => latestOf(facts)?.data.personalData === true,
  paidRoute: (core, state) => routeRuleOf(core, state)?.paid ?? false,
  noticeRequired: (core, state) => routeRuleOf(core, state)?.notice ?? false,
  standstillRequired: (core, state) => (routeRuleOf(core, state)?.standstill ?? 'NONE') !== 'NONE',
  outsideAgreement: isAgreed,
  signedWithoutStandstill: (core, state) =>
    isAgreed(core, state) && (routeRuleOf(core, state)?.standstill ?? 'NONE') === 'NONE',
  handlerDisqualified: (_core, { owner, deputy }, facts) =>
    [owner, deputy].some((person) => facts.findLast(({ by }) => by === person)?.data.impartial === false),
  noLetterReader: (_core, state) => !hasLetterReader(state),
  entrepreneurKnown: (_core, state) => state.organisation !== null || hasLetterReader(state),
  receiverMissing: (core, state) => standingYes(core, state, 'RECEIVE') === undefined,
  operationGoesOn: (_core, { state, closedAt }, facts) =>
    closedAt === undefined || (state === 'COMPLETED' && facts.every(({ data }) => !endsOperation(data))),
  pilotGoesOn: (_core, _state, facts) => latestOf(facts)?.fact === facts[0]?.fact,
  moreDataPoints: (_core, _state, facts) => facts.length < DATA_POINTS_EXPECTED,
};

/** What was decided after the evaluation, or followed when the agreement ended. */
const endsOperation = ({ decision, then }: Fact['data']): boolean =>
  decision === 'STOP' || then === 'END' || then === 'RETENDER';

/** Whether a rule that the process names is true of the case. */
export function isTrue(core: ProcessCore, state: Case, { rule, facts = [] }: RuleCall): boolean {
  const inForce = state.facts.filter((it) => facts.includes(it.fact) && !it.retracted);
  return whenRules[rule as WhenRuleName](core, state, inForce);
}
