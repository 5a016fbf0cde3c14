import type { Deadline, Handover } from '#domain/case/case.js';
import type { DeadlineRow } from '../tables/deadline.js';
import type { HandoverRow } from '../tables/handover.js';

const UNDER_WAY: ReadonlySet<Handover['state']> = new Set(['DRAFT', 'SENT', 'ACKNOWLEDGED']);

export function deadlineRow(caseId: string, deadline: Deadline): DeadlineRow {
  const { id, kind, nature, effect, state, owedBy, owedTo, dueOn, dueAt } = deadline;
  return {
    caseId, id, kind, nature, effect, state, dueOn, dueAt,
    owedByParty: owedBy.party,
    owedByRole: owedBy.role,
    owedByUnit: owedBy.unit ?? null,
    owedByUser: owedBy.user ?? null,
    owedToParty: owedTo.party,
    body: deadline,
  };
}

export function handoverRow(caseId: string, handover: Handover): HandoverRow {
  const { id, purpose, gate, toPhase, from, receivers, state, sentAt, escalated } = handover;
  return {
    caseId, id, purpose, state, escalated, receivers,
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

/** Parts that are new or other than before. `evolve` keeps the object of a part that an event does not touch. */
export function changedParts<Part extends { readonly id: string }>(before: readonly Part[], after: readonly Part[]): Part[] {
  const known = new Map(before.map((part) => [part.id, part]));
  return after.filter((part) => known.get(part.id) !== part);
}
