import { hasLetterReader } from './letter-reader.js';
import { latestOf } from '../model/latest-fact.js';
import { openQuestionOf } from '../model/questions.js';
import { standingYes } from './standing-yes.js';
import type { Case, Fact } from '../model/case.js';
import type { MetBy, ProcessCore } from '../process/process-document.js';
import type { QuestionKind } from '../process/question-kinds.js';
import type { CommandType } from '../model/command.js';
import type { StateRuleName } from './rule-names.js';

interface StateRule {
  /** @param facts  those that the rule asks about. */
  readonly isMet: (core: ProcessCore, state: Case, facts: readonly string[]) => boolean;
  /** The command that makes it so. */
  readonly command: (state: Case) => CommandType;
  /** What a unit is asked for, when its yes makes it so. */
  readonly asks?: QuestionKind;
}

/** Whether the state of the case meets an item that nobody ticks. `rule-names.ts` describes each. */
const stateRules: Readonly<Record<StateRuleName, StateRule>> = {
  ownerNamed: {
    isMet: (_core, state) => state.marks.some((mark) => mark.key === 'ownerAssigned'),
    command: () => 'assignOwner',
  },
  contactAndDeputy: {
    isMet: (_core, { deputy, contact, intake }) => deputy !== null && contact !== intake,
    command: ({ deputy }) => (deputy ? 'changeContact' : 'nameDeputy'),
  },
  hostingUnitAgreed: agreedTo('HOST'),
  receivingUnitAgreed: agreedTo('RECEIVE'),
  benefitUnitAgreed: agreedTo('BENEFIT'),
  receiptSent: {
    isMet: (_core, state, facts) =>
      state.marks.some((mark) => mark.key === 'receipt') ||
      latestOf(state.facts.filter(({ fact }) => facts.includes(fact))) !== undefined,
    command: () => 'registerFact',
  },
  decisionTold: {
    isMet: (_core, state, facts) =>
      state.decision !== null &&
      (hasLetterReader(state) || state.facts.some((it) => facts.includes(it.fact) && isAfter(state.decision, it))),
    command: () => 'registerFact',
  },
};

const isAfter = (decision: Case['decision'], { seq, retracted }: Fact): boolean =>
  decision !== null && seq > decision.seq && !retracted;

function agreedTo(kind: QuestionKind): StateRule {
  return {
    isMet: (core, state) => standingYes(core, state, kind) !== undefined,
    command: (state) => (openQuestionOf(state, kind) ? 'answerQuestion' : 'askUnit'),
    asks: kind,
  };
}

type MetByState = Extract<MetBy, { readonly state: string }>;

export function isMetByState(core: ProcessCore, state: Case, { state: name, facts = [] }: MetByState): boolean {
  return stateRules[name as StateRuleName].isMet(core, state, facts);
}

export function commandThatMeets(state: Case, { state: name }: MetByState): CommandType {
  return stateRules[name as StateRuleName].command(state);
}

/** What a unit is asked for to meet the item; undefined where the item is met in another way. */
export const askedForBy = (metBy: MetBy | undefined): QuestionKind | undefined =>
  metBy && 'state' in metBy ? stateRules[metBy.state as StateRuleName].asks : undefined;
