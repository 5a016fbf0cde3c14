import { stateRules } from '../rules/state-rules.js';
import { whenRules } from '../rules/when-rules.js';
import type { WhenRuleName, StateRuleName } from '../rules/rule-names.js';
import type { Case, Fact, TextKey, UserId } from '../model/case.js';
import type { ItemRule, ProcessCore, Requirement } from '../process/process-document.js';
import type { Instant } from '../time.js';

export const CHECKLIST_STATES = ['OPEN', 'DONE', 'WAIVED', 'NOT_APPLICABLE'] as const;

export interface ChecklistEntry {
  readonly item: string;
  readonly requirement: Requirement;
  readonly state: (typeof CHECKLIST_STATES)[number];
  readonly by?: UserId | null;
  readonly at?: Instant;
  readonly reason?: TextKey;
  /** Named rule that made it NOT_APPLICABLE. */
  readonly why?: string;
}

/** The current gate's checklist, in the order it is best done. */
export function checklist(core: ProcessCore, state: Case): ChecklistEntry[] {
  return core.gates[state.gate].items.map((item) => checklistEntryOf(core, state, item));
}

export function checklistEntryOf(core: ProcessCore, state: Case, item: string): ChecklistEntry {
  const rule = core.items[item];
  if (!rule) throw new Error(`the process has no item ${item}`);
  const base = { item, requirement: rule.requirement };
  if (rule.when && !whenRules[rule.when as WhenRuleName](state, core))
    return { ...base, state: 'NOT_APPLICABLE', why: rule.when };
  const recorded = state.items[item];
  if (recorded?.state === 'WAIVED' && isFresh(state, rule, recorded.seq)) return { ...base, ...recorded };
  return { ...base, ...metState(state, rule, item) };
}

function metState(state: Case, rule: ItemRule, item: string): Pick<ChecklistEntry, 'state' | 'by' | 'at'> {
  if ('fact' in rule.metBy) {
    const fact = currentFact(state, rule, rule.metBy.fact);
    return fact ? { state: 'DONE', by: fact.by, at: fact.at } : { state: 'OPEN' };
  }
  if ('state' in rule.metBy) return { state: stateRules[rule.metBy.state as StateRuleName](state) ? 'DONE' : 'OPEN' };
  const ticked = state.items[item];
  return ticked?.state === 'DONE' && isFresh(state, rule, ticked.seq)
    ? { state: 'DONE', by: ticked.by, at: ticked.at }
    : { state: 'OPEN' };
}

function currentFact(state: Case, rule: ItemRule, name: string): Fact | undefined {
  const undone = UNDONE_BY[name];
  return state.facts.findLast(
    (fact) => fact.fact === name && !fact.retracted && isFresh(state, rule, fact.seq) && !isUndone(state, fact, undone),
  );
}

/** Fact, and the later fact that undoes it: once a receiving unit has withdrawn, none is named. */
const UNDONE_BY: Readonly<Record<string, string>> = { receivingUnitNamed: 'receivingUnitWithdrew' };

function isUndone(state: Case, fact: Fact, by: string | undefined): boolean {
  return (
    by !== undefined &&
    state.facts.some((it) => it.fact === by && !it.retracted && it.at >= fact.at && it.seq > fact.seq)
  );
}

function isFresh(state: Case, rule: ItemRule, seq: number): boolean {
  return !rule.repeatOnReopen || seq > state.gateOpenedSeq;
}
