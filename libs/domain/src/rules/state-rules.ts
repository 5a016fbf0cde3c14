import { latestOf } from '../model/latest-fact.js';
import type { Case } from '../model/case.js';
import type { CommandType } from '../model/command.js';
import type { MetBy } from '../process/process-document.js';
import type { StateRuleName } from './rule-names.js';

interface StateRule {
  /** @param facts  those that the rule asks about. */
  readonly isMet: (state: Case, facts: readonly string[]) => boolean;
  /** The command that makes it so. */
  readonly command: (state: Case) => CommandType;
}

/** Whether the state of the case meets an item that nobody ticks. `rule-names.ts` describes each. */
const stateRules: Readonly<Record<StateRuleName, StateRule>> = {
  ownerNamed: {
    isMet: (state) => state.marks.some((mark) => mark.key === 'ownerAssigned'),
    command: () => 'assignOwner',
  },
  contactAndDeputy: {
    isMet: (state) => state.deputy !== null,
    command: (state) => (state.deputy ? 'changeContact' : 'nameDeputy'),
  },
  receiptSent: {
    isMet: (state, facts) =>
      state.marks.some((mark) => mark.key === 'receipt') ||
      latestOf(state.facts.filter(({ fact }) => facts.includes(fact))) !== undefined,
    command: () => 'registerFact',
  },
  decisionTold: {
    isMet: ({ decision, entrepreneur, facts: all }, facts) =>
      decision !== null &&
      (entrepreneur !== null ||
        all.some(({ fact, seq, retracted }) => facts.includes(fact) && !retracted && seq > decision.seq)),
    command: () => 'registerFact',
  },
};

type MetByState = Extract<MetBy, { readonly state: string }>;

export function isMetByState(state: Case, { state: name, facts = [] }: MetByState): boolean {
  return stateRules[name as StateRuleName].isMet(state, facts);
}

export function commandThatMeets(state: Case, { state: name }: MetByState): CommandType {
  return stateRules[name as StateRuleName].command(state);
}
