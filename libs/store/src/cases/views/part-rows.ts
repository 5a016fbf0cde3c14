import type { Case, Deadline, ResolvedParty, Handover } from '#domain/model/case.js';
import { debtor } from '#domain/deadline/debtor-creditor.js';
import type { DeadlineRow } from './deadline-table.js';
import type { HandoverRow } from './handover-table.js';
import type { ParticipantRow } from './participant-table.js';

const OPEN_STATES: ReadonlySet<Handover['state']> = new Set(['DRAFT', 'SENT', 'ACKNOWLEDGED']);

/**
 * Rows of new and changed deadlines. A deadline also changes when its debtor does: what the owner owes follows the baton.
 * Compares by identity, because `evolve` keeps the object of an untouched deadline.
 */
export function changedDeadlineRows(before: Case | null, after: Case): DeadlineRow[] {
  const earlier = new Map(before?.deadlines.map((deadline) => [deadline.id, deadline]));
  return after.deadlines.flatMap((deadline) => {
    const owedBy = debtor(after, deadline);
    const isUnchanged =
      before && earlier.get(deadline.id) === deadline && isSameParty(debtor(before, deadline), owedBy);
    return isUnchanged ? [] : [deadlineRow(after.id, deadline, owedBy)];
  });
}

export function changedHandoverRows(before: Case | null, after: Case): HandoverRow[] {
  const earlier = new Map(before?.handovers.map((handover) => [handover.id, handover]));
  return after.handovers
    .filter((handover) => earlier.get(handover.id) !== handover)
    .map((handover) => handoverRow(after.id, handover));
}

/** Compares by identity, because `evolve` keeps an untouched list. */
export function changedParticipantRows(before: Case | null, after: Case): ParticipantRow[] {
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

function deadlineRow(caseId: string, deadline: Deadline, owedBy: ResolvedParty): DeadlineRow {
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
    open: OPEN_STATES.has(state),
    body: handover,
  };
}

function isSameParty(a: ResolvedParty, b: ResolvedParty): boolean {
  return a.party === b.party && a.role === b.role && a.unit === b.unit && a.user === b.user;
}
