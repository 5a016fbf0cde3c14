import { creditor, debtor } from '#domain/deadline/debtor-creditor.js';
import { isOwed } from '#domain/deadline/owed.js';
import { waitingFor } from '#domain/gate/waiting-for.js';
import type { Case, Deadline, Handover, ResolvedParty } from '#domain/model/case.js';
import { actKey } from '#domain/next/act.js';
import type { Act } from '#domain/next/act.js';
import { debtActs } from '#domain/next/debt-acts.js';
import { handoverStuckAt, stuckAt, stuckCauses } from '#domain/stuck/stuck-status.js';
import { readerTokens } from '#domain/policy/read-access.js';
import type { ProcessCore } from '#domain/process/process-document.js';
import type { Transition } from '#domain/case/transitions.js';
import type { Instant } from '#domain/time.js';
import type { CollaborationRow } from './collaboration-table.js';
import type { DeadlineRow } from './deadline-table.js';
import type { HandoverRow } from './handover-table.js';
import type { OwnershipRow } from './ownership-table.js';
import type { ParticipantRow } from './participant-table.js';

const OPEN_STATES: ReadonlySet<Handover['state']> = new Set(['DRAFT', 'SENT', 'ACKNOWLEDGED']);

/** The columns that are computed from the case; title and epoch are not. */
export function viewRow(core: ProcessCore, state: Case): Omit<CollaborationRow, 'title' | 'epoch'> {
  const { id, number, version, phase, unit, owner, deputy, contact, entrepreneur, organisation } = state;
  const causes = stuckCauses(core, state);
  return {
    id,
    number,
    version,
    phase,
    unit,
    owner,
    deputy,
    contact,
    entrepreneur,
    organisation,
    state: state.state,
    waitingFor: waitingFor(core, state),
    processId: state.process.id,
    processVersion: state.process.version,
    openedAt: state.openedAt,
    phaseSince: state.phaseSince,
    stuckAt: stuckAt(causes),
    stuckCauses: causes,
    readers: readerTokens(state),
    nextDueAt: nextDebtAt(state),
    body: state,
  };
}

/**
 * Rows of what runs now, new and changed: debts, and the holds and rights that people wait for. A debt also changes when its
 * debtor or creditor does: what the owner owes follows the baton. The time of a phase has no row: it is a measure and no task,
 * and My day has the debt that carries the case.
 * Compares by identity, because `evolve` keeps the object of an untouched deadline.
 */
export function changedDeadlineRows(core: ProcessCore, before: Case | null, after: Case): DeadlineRow[] {
  const earlier = new Map(before?.deadlines.map((deadline) => [deadline.id, deadline]));
  const isTask = ({ kind }: Deadline): boolean => core.deadlines[kind]?.phaseSla !== true;
  return after.deadlines
    .filter((it) => isOwed(it) && isTask(it))
    .flatMap((deadline) => {
      const [owedBy, owedTo] = [debtor(core, after, deadline), creditor(core, after, deadline)];
      const act = actOf(core, after, deadline);
      const isUnchanged =
        before &&
        earlier.get(deadline.id) === deadline &&
        isSameAct(actOf(core, before, deadline), act) &&
        isSameParty(debtor(core, before, deadline), owedBy) &&
        isSameParty(creditor(core, before, deadline), owedTo);
      return isUnchanged ? [] : [deadlineRow(after.id, deadline, { owedBy, owedTo, act })];
    });
}

/** Ids of what runs no longer; their rows are deleted. */
export function endedDeadlines(before: Case, after: Case): string[] {
  const running = new Set(after.deadlines.filter(isOwed).map(({ id }) => id));
  return before.deadlines.filter((it) => isOwed(it) && !running.has(it.id)).map(({ id }) => id);
}

const isOwedDebt = (deadline: Deadline): boolean => deadline.nature === 'DEBT' && isOwed(deadline);

/** A handover also changes when it begins or ceases to keep the case stuck. */
export function changedHandoverRows(core: ProcessCore, before: Case | null, after: Case): HandoverRow[] {
  const earlier = new Map(before?.handovers.map((handover) => [handover.id, handover]));
  const [was, is] = [before && stuckCauses(core, before), stuckCauses(core, after)];
  return after.handovers.flatMap((handover, n) => {
    const stuckFrom = handoverStuckAt(is, handover.id);
    const isUnchanged = was && earlier.get(handover.id) === handover && handoverStuckAt(was, handover.id) === stuckFrom;
    return isUnchanged ? [] : [handoverRow(after.id, handover, n, stuckFrom)];
  });
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

/**
 * One row for each change of owner or unit, even when two happen at the same instant. Each ends when the next begins; the
 * last is open-ended.
 */
export function ownershipRows(steps: readonly Transition[]): OwnershipRow[] {
  const changes = steps.filter(({ before, after }) => before?.owner !== after.owner || before.unit !== after.unit);
  return changes.map(({ event, after }, index) => ({
    caseId: after.id,
    fromSeq: event.seq,
    owner: after.owner,
    unit: after.unit,
    fromAt: event.at,
    toAt: changes[index + 1]?.event.at ?? null,
  }));
}

/** The earliest due time of the open DEBT deadlines, breached ones included. */
function nextDebtAt(state: Case): Instant | null {
  const due = state.deadlines.filter(isOwedDebt).map(({ dueAt }) => dueAt);
  return due.length === 0 ? null : due.reduce((earliest, at) => (at < earliest ? at : earliest));
}

interface DebtOfCase {
  readonly owedBy: ResolvedParty;
  readonly owedTo: ResolvedParty;
  readonly act: Act | null;
}

/** Nothing ends a hold or a right but its day. */
const actOf = (core: ProcessCore, state: Case, deadline: Deadline): Act | null =>
  deadline.nature === 'DEBT' ? (debtActs(core, state, deadline)[0] ?? null) : null;

const isSameAct = (a: Act | null, b: Act | null): boolean => (a && actKey(a)) === (b && actKey(b));

function deadlineRow(caseId: string, deadline: Deadline, { owedBy, owedTo, act }: DebtOfCase): DeadlineRow {
  const { id, kind, nature, effect, state, dueOn, dueAt } = deadline;
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
    owedByUntil: owedBy.until ?? null,
    owedByDuty: dutyOf(owedBy),
    owedToParty: owedTo.party,
    owedToRole: owedTo.role,
    owedToUnit: owedTo.unit ?? null,
    owedToUser: owedTo.user ?? null,
    owedToDuty: dutyOf(owedTo),
    escalatedTo: deadline.escalatedTo ? [...deadline.escalatedTo] : null,
    act,
    body: deadline,
  };
}

/** The duty of those who hold the role: where the case knows no person, or knows one for a time only. */
function dutyOf({ party, role, unit, user, until }: ResolvedParty): string | null {
  const isOfRole = party === 'MUNICIPALITY' && unit !== undefined && (user === undefined || until !== undefined);
  return isOfRole ? `${role}@${unit}` : null;
}

function handoverRow(caseId: string, handover: Handover, n: number, stuckFrom: Instant | null): HandoverRow {
  const { id, purpose, gate, toPhase, from, receivers, state, sentAt, escalated } = handover;
  return {
    caseId,
    id,
    n,
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
    stuckAt: stuckFrom,
    body: handover,
  };
}

function isSameParty(a: ResolvedParty, b: ResolvedParty): boolean {
  return a.party === b.party && a.role === b.role && a.unit === b.unit && a.user === b.user && a.until === b.until;
}
