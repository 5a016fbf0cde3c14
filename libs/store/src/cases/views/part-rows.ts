import type { Case, Deadline, DeadlineParty, Handover } from '#domain/model/case.js';
import { debtor } from '#domain/deadline/parties.js';
import type { DeadlineRow } from './deadline.js';
import type { HandoverRow } from './handover.js';
import type { PartyRow } from './party.js';

const UNDER_WAY: ReadonlySet<Handover['state']> = new Set(['DRAFT', 'SENT', 'ACKNOWLEDGED']);

/**
 * Rows of the deadlines that are new or other than before. A deadline is also another when its debtor is: what the owner
 * owes follows the baton. `evolve` keeps the object of a deadline that an event does not touch.
 */
export function changedDeadlineRows(before: Case | null, after: Case): DeadlineRow[] {
  const known = new Map(before?.deadlines.map((deadline) => [deadline.id, deadline]));
  return after.deadlines.flatMap((deadline) => {
    const owedBy = debtor(after, deadline);
    const same = before && known.get(deadline.id) === deadline && equal(debtor(before, deadline), owedBy);
    return same ? [] : [deadlineRow(after.id, deadline, owedBy)];
  });
}

export function changedHandoverRows(before: Case | null, after: Case): HandoverRow[] {
  const known = new Map(before?.handovers.map((handover) => [handover.id, handover]));
  return after.handovers
    .filter((handover) => known.get(handover.id) !== handover)
    .map((handover) => handoverRow(after.id, handover));
}

/** `evolve` keeps the list of parties that an event does not touch. */
export function changedPartyRows(before: Case | null, after: Case): PartyRow[] {
  if (before?.parties === after.parties) return [];
  return (after.parties ?? []).map(({ party, role, from, to, phases }, n) => ({
    caseId: after.id,
    n,
    person: party,
    role,
    from,
    to,
    phases: phases ? [...phases] : null,
  }));
}

function deadlineRow(caseId: string, deadline: Deadline, owedBy: DeadlineParty): DeadlineRow {
  const { id, kind, nature, effect, state, owedTo, dueOn, dueAt } = deadline;
  return {
    caseId,
    id,
    kind,
    nature,
    effect,
    state,
    dueOn,
    dueAt,
    owedByParty: owedBy.party,
    owedByRole: owedBy.role,
    owedByUnit: owedBy.unit ?? null,
    owedByUser: owedBy.user ?? null,
    owedToParty: owedTo.party,
    body: deadline,
  };
}

function handoverRow(caseId: string, handover: Handover): HandoverRow {
  const { id, purpose, gate, toPhase, from, receivers, state, sentAt, escalated } = handover;
  return {
    caseId,
    id,
    purpose,
    state,
    escalated,
    receivers,
    gate: gate ?? null,
    toPhase: toPhase ?? null,
    fromUnit: from.unit,
    fromPerson: from.person,
    sentAt: sentAt ?? null,
    toUnits: [...new Set(receivers.map(({ unit }) => unit))],
    open: UNDER_WAY.has(state),
    body: handover,
  };
}

function equal(a: DeadlineParty, b: DeadlineParty): boolean {
  return a.party === b.party && a.role === b.role && a.unit === b.unit && a.user === b.user;
}
