import { instantInOslo, endOfDay, osloDateOf } from '../calendar/oslo-time.js';
import { nextWorkingDay } from '../calendar/working-days.js';
import { isAwaitingAnswer } from '../model/handover-state.js';
import { debtor } from '../deadline/debtor-creditor.js';
import { isOwed } from '../deadline/owed.js';
import { waitingFor } from '../gate/waiting-for.js';
import { standingYes } from '../rules/standing-yes.js';
import { addDays } from '../time.js';
import type { Case, Deadline, ResolvedParty, Handover } from '../model/case.js';
import type { ProcessCore } from '../process/process-document.js';
import type { Instant, LocalDate } from '../time.js';

/**
 * Why a collaboration stands still, derived from its deadlines and events (domain.md B0). Each cause has its own start.
 */
export interface StuckCause {
  readonly code: StuckCode;
  readonly since: Instant;
  readonly owedBy: ResolvedParty;
  /** What kind of deadline it is about, if any. */
  readonly kind?: string;
  readonly nextAction: { readonly command: string; readonly fact?: string; readonly deadline?: string };
}

export type StuckCode =
  | 'PHASE_OVERDUE'
  | 'SILENT'
  | 'HANDOVER_OPEN'
  | 'HANDOVER_RETURNED'
  | 'OVERDUE'
  | 'NO_RECEIVING_UNIT'
  | 'EXPIRING'
  | 'MOVED_AROUND';

export interface StuckStatus {
  readonly isStuck: boolean;
  readonly causes: readonly StuckCause[];
  /** Overdue debts that have not yet lasted long enough to make the case stuck. */
  readonly warnings: readonly StuckCause[];
}

/** What makes a case stuck, or will if nothing happens. It follows from the case alone, so lists keep it in the case's row. */
export interface StuckCauses {
  /** Earliest first. */
  readonly causes: readonly StuckCause[];
  /** Every debt from the instant on which it is overdue. */
  readonly overdue: readonly StuckCause[];
}

const OVERDUE_WORKING_DAYS = 5;
const HANDOVER_WORKING_DAYS = 10;
const EXPIRY_DAYS = 30;
const TRANSFER_LIMIT = 3;

export function stuckStatus(core: ProcessCore, state: Case, now: Instant): StuckStatus {
  return stuckStatusOn(stuckCauses(core, state), now);
}

export function stuckCauses(core: ProcessCore, state: Case): StuckCauses {
  return { causes: causes(core, state), overdue: overdueSince(core, state, (debt) => debt.dueAt) };
}

export function stuckStatusOn({ causes: all, overdue }: StuckCauses, now: Instant): StuckStatus {
  const causing = all.filter((cause) => cause.since <= now);
  const warnings = overdue.filter(
    (cause) => cause.since <= now && !causing.some((it) => it.nextAction.deadline === cause.nextAction.deadline),
  );
  return { isStuck: causing.length > 0, causes: causing, warnings };
}

/**
 * The instant from which the case is stuck if nothing more happens; null when no cause can arise. Lists compare it with
 * now.
 */
export function stuckAt({ causes: all }: StuckCauses): Instant | null {
  return all[0]?.since ?? null;
}

/** All causes with the instant each begins, past or future, earliest first. A closed or suspended case is not stuck. */
function causes(core: ProcessCore, state: Case): StuckCause[] {
  if (state.state !== 'OPEN') return [];
  const found = [
    ...overdueSince(core, state, (debt) => instantInOslo(workingDaysAfter(debt.dueOn, OVERDUE_WORKING_DAYS + 1), 0)),
    ...inactivity(core, state),
    ...unansweredHandover(state),
    ...missingReceivingUnit(core, state),
    ...expiringAgreements(core, state),
    ...repeatedTransfers(state),
  ];
  return found.sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0));
}

function overdueSince(core: ProcessCore, state: Case, from: (debt: Deadline) => Instant): StuckCause[] {
  return state.deadlines
    .filter((it) => it.nature === 'DEBT' && isOwed(it) && it.state !== 'PAUSED')
    .map((debt) => ({
      code: core.deadlines[debt.kind]?.phaseSla ? 'PHASE_OVERDUE' : 'OVERDUE',
      since: from(debt),
      owedBy: debtor(core, state, debt),
      kind: debt.kind,
      nextAction: { command: 'registerFact', deadline: debt.id },
    }));
}

function inactivity(core: ProcessCore, state: Case): StuckCause[] {
  const { inactiveAfterDays } = core.phases[state.phase];
  const since = endOfDay(addDays(osloDateOf(state.lastActAt), inactiveAfterDays));
  return [
    {
      code: 'SILENT',
      since,
      owedBy: { ...ownerParty(state), party: waitingFor(core, state) ?? 'MUNICIPALITY' },
      nextAction: { command: 'registerFact' },
    },
  ];
}

function unansweredHandover(state: Case): StuckCause[] {
  const current = state.handovers.at(-1);
  if (isAwaitingAnswer(current) && current.sentAt) {
    const since = endOfDay(workingDaysAfter(osloDateOf(current.sentAt), HANDOVER_WORKING_DAYS));
    const waiting = current.receivers.find((it) => it.state === 'WAITING' || it.state === 'ACKNOWLEDGED');
    const owedBy = { party: 'MUNICIPALITY' as const, role: 'receiver', unit: waiting?.unit, user: waiting?.person };
    return [{ code: 'HANDOVER_OPEN', since, owedBy, nextAction: { command: 'acceptHandover' } }];
  }
  return current?.purpose === 'PHASE' ? returnedHandover(state, current) : [];
}

/**
 * The handover came back to the sender, and too long has passed since it was sent. A transfer that comes back is kept
 * and does not count.
 */
function returnedHandover(state: Case, { state: answer, sentAt, endedAt }: Handover): StuckCause[] {
  if ((answer !== 'RETURNED' && answer !== 'DECLINED' && answer !== 'LAPSED') || !sentAt || !endedAt) return [];
  const late = endOfDay(workingDaysAfter(osloDateOf(sentAt), HANDOVER_WORKING_DAYS));
  const since = late > endedAt ? late : endedAt;
  return [{ code: 'HANDOVER_RETURNED', since, owedBy: ownerParty(state), nextAction: { command: 'draftHandover' } }];
}

/** The receiving unit withdrew from a pilot, and no other has said yes. */
function missingReceivingUnit(core: ProcessCore, state: Case): StuckCause[] {
  const withdrew = state.facts.findLast((it) => core.facts[it.fact]?.withdraws === 'RECEIVE' && !it.retracted);
  if (state.phase !== 'PILOT' || !withdrew || standingYes(core, state, 'RECEIVE')) return [];
  return [
    { code: 'NO_RECEIVING_UNIT', since: withdrew.at, owedBy: ownerParty(state), nextAction: { command: 'askUnit' } },
  ];
}

function expiringAgreements(core: ProcessCore, state: Case): StuckCause[] {
  return state.deadlines
    .filter((it) => core.deadlines[it.kind]?.expiry && it.nature === 'DEBT' && isOwed(it))
    .map((it) => ({
      code: 'EXPIRING' as const,
      since: endOfDay(addDays(it.dueOn, -EXPIRY_DAYS)),
      owedBy: debtor(core, state, it),
      kind: it.kind,
      nextAction: { command: 'registerFact', deadline: it.id },
    }));
}

/** The case was sent between units repeatedly, and nobody took it. */
function repeatedTransfers(state: Case): StuckCause[] {
  const declined = state.handovers.filter(
    (it) => it.purpose === 'TRANSFER' && (it.state === 'DECLINED' || it.state === 'LAPSED'),
  );
  const last = declined[TRANSFER_LIMIT - 1];
  return last?.endedAt
    ? [{ code: 'MOVED_AROUND', since: last.endedAt, owedBy: ownerParty(state), nextAction: { command: 'assignOwner' } }]
    : [];
}

function ownerParty(state: Case): ResolvedParty {
  return { party: 'MUNICIPALITY', role: 'owner', unit: state.unit, user: state.owner };
}

function workingDaysAfter(date: LocalDate, days: number): LocalDate {
  let day = date;
  for (let left = days; left > 0; left -= 1) day = nextWorkingDay(day);
  return day;
}
