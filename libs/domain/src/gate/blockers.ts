import { checklist } from './checklist.js';
import { isDecisionHandedOver } from '../model/handover-state.js';
import { openQuestionOf } from '../model/questions.js';
import { TOLD } from '../rules/rule-names.js';
import { askedForBy, commandThatMeets } from '../rules/state-rules.js';
import { outcomeOf } from './required-receivers.js';
import { debtor } from '../deadline/debtor-creditor.js';
import type { ChecklistEntry } from './checklist.js';
import type { Case, Deadline, ResolvedParty } from '../model/case.js';
import type { ItemRule, MetBy, ProcessCore } from '../process/process-document.js';
import type { Instant } from '../time.js';

export interface Blocker {
  readonly code: 'item-open' | 'held';
  readonly item?: string;
  readonly owedBy: ResolvedParty;
  readonly since: Instant;
  readonly unblock: { readonly command: string; readonly fact?: string; readonly item?: string; readonly role: string };
  /** For `held`: when the HOLD is over. */
  readonly until?: Instant;
}

/**
 * What keeps the case from passing its gate: before the decision what keeps it from being decided, after it what keeps the
 * handover from being sent. Empty when nothing does, and on a closed case.
 */
export function blockers(core: ProcessCore, state: Case): Blocker[] {
  if (state.closedAt !== undefined) return [];
  return state.decision ? handoverBlockers(core, state) : openItems(core, state, (rule) => rule.stage === undefined);
}

/** What rests on the decision and must be done before the case is handed over: telling, signing, writing it down. */
export function handoverBlockers(core: ProcessCore, state: Case): Blocker[] {
  const { decision } = state;
  if (!decision || isDecisionHandedOver(state, decision.gate, decision.seq)) return [];
  const skips = outcomeOf(core, decision)?.skipsChecklist ?? false;
  return openItems(core, state, (rule) => rule.stage === 'HANDOVER' && (!skips || isTelling(rule)));
}

/** A skip or a step back is told too, whatever else it leaves out. */
const isTelling = ({ metBy }: ItemRule): boolean => 'state' in metBy && metBy.state === TOLD;

function openItems(core: ProcessCore, state: Case, counts: (rule: ItemRule) => boolean): Blocker[] {
  return checklist(core, state)
    .filter(({ item, state: stands }) => stands === 'OPEN' && counts(ruleOf(core, item)))
    .map((entry) => blockerOf(core, state, entry));
}

function ruleOf(core: ProcessCore, item: string): ItemRule {
  const rule = core.items[item];
  if (!rule) throw new Error(`the process has no item ${item}`);
  return rule;
}

function blockerOf(core: ProcessCore, state: Case, { item }: ChecklistEntry): Blocker {
  const rule = ruleOf(core, item);
  const since = state.decision?.at ?? gateOpenedAt(state);
  const owner: ResolvedParty = { party: 'MUNICIPALITY', role: 'owner', unit: state.unit, user: state.owner };
  if ('fact' in rule.metBy) {
    const { fact } = rule.metBy;
    const debt = debtEndedBy(core, state, `fact:${fact}`);
    const hold = openHoldOn(core, state, fact);
    const owedBy = debt ? debtor(core, state, debt) : owner;
    const unblock = { command: 'registerFact', fact, item, role: roleOf(core.facts[fact]?.by, owedBy.role) };
    return {
      code: hold ? 'held' : 'item-open',
      item,
      owedBy,
      since: debt?.basis.at ?? since,
      unblock,
      ...(hold && { until: hold.dueAt }),
    };
  }
  if ('state' in rule.metBy) {
    const answer = answerOwed(state, rule.metBy);
    if (answer) {
      const unblock = { command: 'answerQuestion', item, role: 'asked' };
      return { code: 'item-open', item, owedBy: debtor(core, state, answer), since: answer.basis.at, unblock };
    }
    const command = commandThatMeets(state, rule.metBy);
    const fact = command === 'registerFact' ? rule.metBy.facts?.[0] : undefined;
    const unblock = { command, ...(fact !== undefined && { fact }), item, role: 'owner' };
    return { code: 'item-open', item, owedBy: owner, since, unblock };
  }
  return {
    code: 'item-open',
    item,
    owedBy: owner,
    since,
    unblock: { command: 'tickItem', item, role: roleOf(rule.by, 'owner') },
  };
}

/** The debt of the unit that is asked for the yes that meets the item. */
function answerOwed(state: Case, metBy: MetBy): Deadline | undefined {
  const kind = askedForBy(metBy);
  const question = kind && openQuestionOf(state, kind);
  return (
    question && state.deadlines.find(({ basis: { about } }) => about?.kind === 'question' && about.id === question.id)
  );
}

/** The open HOLD that bars a fact, if any. */
export function openHoldOn(core: ProcessCore, state: Case, fact: string): Deadline | undefined {
  return state.deadlines.find(
    (it) => it.nature === 'HOLD' && it.state === 'OPEN' && core.deadlines[it.kind]?.bars?.includes(fact),
  );
}

function debtEndedBy(core: ProcessCore, state: Case, end: string): Deadline | undefined {
  return state.deadlines.find(
    (it) =>
      it.nature === 'DEBT' &&
      it.state !== 'CANCELLED' &&
      it.metAt === undefined &&
      core.deadlines[it.kind]?.ends.includes(end),
  );
}

function roleOf(by: readonly string[] | undefined, fallback: string): string {
  return by?.[0]?.split('@')[0] ?? fallback;
}

function gateOpenedAt(state: Case): Instant {
  return state.decisions.findLast((it) => it.seq === state.gateOpenedSeq)?.at ?? state.phaseSince;
}
