import { checklist } from './checklist.js';
import { commandThatMeets } from '../rules/state-rules.js';
import { debtor } from '../deadline/debtor-creditor.js';
import type { ChecklistEntry } from './checklist.js';
import type { Case, Deadline, ResolvedParty } from '../model/case.js';
import type { ProcessCore } from '../process/process-document.js';
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

/** What keeps the current gate from being decided; empty when it can be decided, or has been. */
export function blockers(core: ProcessCore, state: Case): Blocker[] {
  if (state.decision) return [];
  return checklist(core, state).flatMap((entry) => (entry.state === 'OPEN' ? [blockerOf(core, state, entry)] : []));
}

function blockerOf(core: ProcessCore, state: Case, { item }: ChecklistEntry): Blocker {
  const rule = core.items[item];
  if (!rule) throw new Error(`the process has no item ${item}`);
  const since = gateOpenedAt(state);
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
    return {
      code: 'item-open',
      item,
      owedBy: owner,
      since,
      unblock: { command: commandThatMeets(state, rule.metBy), item, role: 'owner' },
    };
  }
  return {
    code: 'item-open',
    item,
    owedBy: owner,
    since,
    unblock: { command: 'tickItem', item, role: roleOf(rule.by, 'owner') },
  };
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
