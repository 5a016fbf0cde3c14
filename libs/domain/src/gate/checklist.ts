import { eachDeclared } from '../rules/declarations.js';
import { isMetByState } from '../rules/state-rules.js';
import { isTrue } from '../rules/when-rules.js';
import type { Case, Fact, TextKey, UserId } from '../model/case.js';
import type { ProofRef } from '../model/ids.js';
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
  /** The proof that was given with the tick. */
  readonly reference?: TextKey;
  readonly proof?: readonly ProofRef[];
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
  if (rule.when && !isTrue(core, state, rule.when)) return { ...base, state: 'NOT_APPLICABLE', why: rule.when.rule };
  const recorded = state.items[item];
  if (recorded?.state === 'WAIVED' && isFresh(state, rule, recorded.seq)) return { ...base, ...recorded };
  return { ...base, ...metState(core, state, rule, item) };
}

function metState(
  core: ProcessCore,
  state: Case,
  rule: ItemRule,
  item: string,
): Pick<ChecklistEntry, 'state' | 'by' | 'at' | 'reference' | 'proof'> {
  if ('fact' in rule.metBy) {
    const each = eachDeclared(state, rule);
    if (each && !each.all) return { state: 'OPEN' };
    const fact = each?.last ?? currentFact(core, state, rule, rule.metBy.fact, rule.metBy.holds);
    if (!fact) return { state: 'OPEN' };
    return { state: 'DONE', by: fact.by, at: fact.at, ...(fact.proof && { proof: fact.proof }) };
  }
  if ('state' in rule.metBy) return { state: isMetByState(core, state, rule.metBy) ? 'DONE' : 'OPEN' };
  const ticked = state.items[item];
  if (ticked?.state !== 'DONE' || !isFresh(state, rule, ticked.seq)) return { state: 'OPEN' };
  const { by, at, reference, proof } = ticked;
  return { state: 'DONE', by, at, ...(reference && { reference }), ...(proof && { proof }) };
}

function currentFact(
  core: ProcessCore,
  state: Case,
  rule: ItemRule,
  name: string,
  holds: string | undefined,
): Fact | undefined {
  if (holds !== undefined && isDenied(state, name, holds)) return undefined;
  const undoneBy = core.facts[name]?.undoneBy;
  return state.facts.findLast(
    (fact) =>
      fact.fact === name &&
      !fact.retracted &&
      (holds === undefined || fact.data[holds] !== false) &&
      isFresh(state, rule, fact.seq) &&
      !isUndone(state, fact, undoneBy),
  );
}

/** The owner or deputy has said no, and not yes since: another must have the case. */
function isDenied({ owner, deputy, facts }: Case, name: string, holds: string): boolean {
  return [owner, deputy].some((person) => {
    const last = facts.findLast(({ fact, by, retracted }) => fact === name && by === person && !retracted);
    return last?.data[holds] === false;
  });
}

function isUndone(state: Case, fact: Fact, by: string | undefined): boolean {
  return (
    by !== undefined &&
    state.facts.some((it) => it.fact === by && !it.retracted && it.at >= fact.at && it.seq > fact.seq)
  );
}

function isFresh(state: Case, rule: ItemRule, seq: number): boolean {
  return !rule.repeatOnReopen || seq > state.gateOpenedSeq;
}
