import { endOfDay, instantInOslo, osloDateOf } from '../calendar/oslo-time.js';
import { nextWorkingDay } from '../calendar/working-days.js';
import { debtor } from '../deadline/debtor-creditor.js';
import { isAwaitingAnswer, isDecisionHandedOver } from '../model/handover-state.js';
import { standingYes } from '../rules/standing-yes.js';
import { addDays } from '../time.js';
import { actKey } from '../next/act.js';
import { answerAct, carryingActs, commandAct } from '../next/carrying-acts.js';
import { debtActs } from '../next/debt-acts.js';
import { openDebts } from '../next/ordered-acts.js';
import { roleActs } from '../next/question-acts.js';
import type { Case, Deadline, Handover, ResolvedParty } from '../model/case.js';
import type { DeadlineRule, ProcessCore } from '../process/process-document.js';
import type { Instant, LocalDate } from '../time.js';
import type { Act } from '../next/act.js';

/**
 * Why a collaboration stands still, in the one order in which causes are named: what would move the case comes first. An
 * agreement that runs out stands before other missed deadlines, since its date cannot be moved; a case that nobody took, after
 * the handover that came back, since it is the same trouble for the third time.
 */
export const STUCK_CODES = [
  'HANDOVER_LAPSED',
  'HANDOVER_OPEN',
  'GATE_UNDECIDED',
  'NOT_SENT',
  'HANDOVER_RETURNED',
  'MOVED_AROUND',
  'NO_RECEIVING_UNIT',
  'QUESTION_UNANSWERED',
  'OVERDUE_FOR_GATE',
  'EXPIRING',
  'OVERDUE',
  'PHASE_OVERDUE',
  'SILENT',
] as const;
export type StuckCode = (typeof STUCK_CODES)[number];

export interface StuckCause {
  readonly code: StuckCode;
  /** Since when it has been so; in the future for what has not happened yet. */
  readonly since: Instant;
  /** From when it makes the case stuck. */
  readonly stuckFrom: Instant;
  /** From when a debt is overdue that makes the case stuck only after a while. */
  readonly overdueFrom?: Instant;
  readonly owedBy: ResolvedParty;
  /** The deadline that it is about, and its kind. */
  readonly deadline?: string;
  readonly kind?: string;
  /** The handover that it is about. */
  readonly handover?: string;
  /** What would move the case: the act of the debt, and so a step of `next`. */
  readonly nextAction: Act;
}

const OVERDUE_WORKING_DAYS = 5;
const HANDOVER_WORKING_DAYS = 10;
const EXPIRY_DAYS = 30;
const TRANSFER_LIMIT = 3;

/** The case with what its causes are found from. */
interface Diagnosis {
  readonly core: ProcessCore;
  readonly state: Case;
  /** What is owed, earliest first. */
  readonly debts: readonly Deadline[];
  readonly carrying: readonly Act[];
}

/** All causes of an open case, past or future, in the order of `STUCK_CODES` and then by when they began. */
export function stuckCausesOf(core: ProcessCore, state: Case): StuckCause[] {
  const diagnosis = { core, state, debts: openDebts(state), carrying: carryingActs(core, state) };
  const special = [
    ...handoverCauses(diagnosis),
    ...undecidedGate(diagnosis),
    ...unsentDecision(diagnosis),
    ...repeatedTransfers(diagnosis),
    ...missingReceivingUnit(diagnosis),
    ...unansweredQuestions(diagnosis),
  ];
  const named = new Set(special.map(({ deadline }) => deadline));
  const others = diagnosis.debts.filter(({ id }) => !named.has(id));
  const found = [...special, ...phaseOverdue(diagnosis, others), ...others.flatMap((debt) => overdue(diagnosis, debt))];
  return (found.length > 0 || diagnosis.debts.length > 0 ? found : silence(diagnosis)).sort(byOrder);
}

function byOrder(a: StuckCause, b: StuckCause): number {
  return STUCK_CODES.indexOf(a.code) - STUCK_CODES.indexOf(b.code) || a.since.localeCompare(b.since);
}

/** The newest handover: nobody answered in time, nobody has answered yet, or it came back and is not mended. */
function handoverCauses(diagnosis: Diagnosis): StuckCause[] {
  const current = diagnosis.state.handovers.at(-1);
  if (!current) return [];
  if (isAwaitingAnswer(current)) return unansweredHandover(diagnosis, current);
  if (current.state === 'LAPSED') return lapsedHandover(diagnosis, current);
  return returnedHandover(diagnosis);
}

function lapsedHandover(diagnosis: Diagnosis, { id, purpose, from, endedAt }: Handover): StuckCause[] {
  const debt = debtOf(diagnosis, ({ starts }) => starts.includes('lapsed'), id);
  if (!endedAt || !(debt ?? (purpose === 'PHASE' && diagnosis.state.decision))) return [];
  const manager: ResolvedParty = { party: 'MUNICIPALITY', role: 'leder', unit: from.unit };
  return [{ ...cause(diagnosis, 'HANDOVER_LAPSED', endedAt, debt ? { debt } : { owedBy: manager }), handover: id }];
}

function unansweredHandover(diagnosis: Diagnosis, { id, sentAt, receivers }: Handover): StuckCause[] {
  if (!sentAt) return [];
  const isItsAnswer = ({ ends }: DeadlineRule): boolean => ends.includes('answered') && !ends.includes('acknowledged');
  const late = endOfDay(workingDaysAfter(osloDateOf(sentAt), HANDOVER_WORKING_DAYS));
  return receivers.flatMap(({ state, unit, person: user }, place) => {
    if (state === 'ACCEPTED') return [];
    const debt = debtOf(diagnosis, isItsAnswer, id, place);
    const owedBy = { party: 'MUNICIPALITY', role: 'receiver', unit, user } as const;
    const details = { debt, owedBy, nextAction: answerAct(user, false), stuckFrom: debt?.dueAt ?? late };
    return { ...cause(diagnosis, 'HANDOVER_OPEN', sentAt, details), handover: id };
  });
}

/** Until it is sent again, also while a new draft is written. A transfer that comes back is kept, and is no trouble. */
function returnedHandover(diagnosis: Diagnosis): StuckCause[] {
  const { decision, handovers } = diagnosis.state;
  const returned = handovers.findLast(({ state }) => state !== 'DRAFT');
  if (!decision || returned?.purpose !== 'PHASE') return [];
  const { id, state: answer, sentAt, endedAt } = returned;
  if ((answer !== 'RETURNED' && answer !== 'DECLINED') || !sentAt || !endedAt) return [];
  const late = endOfDay(workingDaysAfter(osloDateOf(sentAt), HANDOVER_WORKING_DAYS));
  const debt = debtOf(diagnosis, ({ starts }) => starts.includes('returned'), id);
  const stuckFrom = late > endedAt ? late : endedAt;
  return [{ ...cause(diagnosis, 'HANDOVER_RETURNED', endedAt, { debt, stuckFrom }), handover: id }];
}

/** Nothing is left on the checklist, and the one who decides has not. */
function undecidedGate(diagnosis: Diagnosis): StuckCause[] {
  const debt = debtOf(diagnosis, ({ starts }) => starts.includes('gateReady'));
  return debt ? [cause(diagnosis, 'GATE_UNDECIDED', debt.basis.at, { debt, stuckFrom: debt.dueAt })] : [];
}

/** It is decided, and the handover is not sent. */
function unsentDecision(diagnosis: Diagnosis): StuckCause[] {
  const { decision, handovers } = diagnosis.state;
  const debt = debtOf(diagnosis, ({ ends }) => ends.includes('phaseSent'));
  if (!debt || !decision || isDecisionHandedOver(diagnosis.state, decision.gate, decision.seq)) return [];
  const draft = handovers.at(-1);
  const found = cause(diagnosis, 'NOT_SENT', debt.basis.at, { debt, stuckFrom: debt.dueAt });
  return [{ ...found, ...(draft?.state === 'DRAFT' && { handover: draft.id }) }];
}

/** The receiving unit withdrew from a pilot, and no other has said yes. */
function missingReceivingUnit(diagnosis: Diagnosis): StuckCause[] {
  const { core, state } = diagnosis;
  const withdrew = state.facts.findLast((it) => core.facts[it.fact]?.withdraws === 'RECEIVE' && !it.retracted);
  if (state.phase !== 'PILOT' || !withdrew || standingYes(core, state, 'RECEIVE')) return [];
  const debt = debtOf(diagnosis, ({ ends }) => ends.includes('said:RECEIVE:YES'));
  const [nextAction] = roleActs(core, state, 'RECEIVE');
  return [cause(diagnosis, 'NO_RECEIVING_UNIT', withdrew.at, { debt, ...(nextAction && { nextAction }) })];
}

function unansweredQuestions(diagnosis: Diagnosis): StuckCause[] {
  const asked = diagnosis.debts.filter(({ kind }) => diagnosis.core.deadlines[kind]?.ends.includes('questionAnswered'));
  return asked.map((debt) => cause(diagnosis, 'QUESTION_UNANSWERED', debt.dueAt, { debt }));
}

/** The case was sent between units repeatedly and nobody took it: until somebody else is named for it. */
function repeatedTransfers(diagnosis: Diagnosis): StuckCause[] {
  const { handovers, ownerSince } = diagnosis.state;
  const declined = handovers.filter(
    ({ purpose, state, endedAt }) =>
      purpose === 'TRANSFER' && (state === 'DECLINED' || state === 'LAPSED') && (endedAt ?? '') > ownerSince,
  );
  const endedAt = declined[TRANSFER_LIMIT - 1]?.endedAt;
  const nextAction = commandAct(diagnosis.core, 'assignOwner');
  return endedAt ? [cause(diagnosis, 'MOVED_AROUND', endedAt, { nextAction })] : [];
}

/**
 * A phase over its time is a measure: it is owed by whoever has the earliest debt that carries the case, and what moves it is
 * that debt's act. Making a gate ready is due when the phase is, so the two are one cause.
 */
function phaseOverdue(diagnosis: Diagnosis, others: readonly Deadline[]): StuckCause[] {
  const { core } = diagnosis;
  const measures = others.filter((debt) => isMeasure(diagnosis, debt));
  const measure = measures.find(({ kind }) => core.deadlines[kind]?.phaseSla) ?? measures[0];
  if (!measure) return [];
  const details = { debt: measure, ...whoCarries(diagnosis, measure) };
  return [{ ...cause(diagnosis, 'PHASE_OVERDUE', measure.dueAt, details), ...grace(measure) }];
}

/** Whoever has the earliest other debt that carries the case, else whoever is to make the gate ready. */
function whoCarries(diagnosis: Diagnosis, late: Deadline): Pick<Required<Details>, 'owedBy' | 'nextAction'> {
  const { core, state, debts } = diagnosis;
  const carrying = debts.find((debt) => debt !== late && !isMeasure(diagnosis, debt) && blocksGate(diagnosis, debt));
  const owing = carrying ?? debts.find(({ kind }) => core.deadlines[kind]?.ends.includes('gateReady')) ?? late;
  return { owedBy: debtor(core, state, owing), nextAction: actOf(diagnosis, owing) };
}

const isMeasure = ({ core }: Diagnosis, { kind }: Deadline): boolean =>
  core.deadlines[kind]?.phaseSla === true || core.deadlines[kind]?.ends.includes('gateReady') === true;

function overdue(diagnosis: Diagnosis, debt: Deadline): StuckCause[] {
  if (isMeasure(diagnosis, debt)) return [];
  const code = blocksGate(diagnosis, debt) ? 'OVERDUE_FOR_GATE' : 'OVERDUE';
  const rule = diagnosis.core.deadlines[debt.kind];
  if (!rule?.expiry) {
    const details = { debt, ...(isUnreadyDecision(diagnosis, debt) && whoCarries(diagnosis, debt)) };
    return [{ ...cause(diagnosis, code, debt.dueAt, details), ...(rule?.stuckAtOnce ? {} : grace(debt)) }];
  }
  const soon = endOfDay(addDays(debt.dueOn, -EXPIRY_DAYS));
  return [cause(diagnosis, 'EXPIRING', soon, { debt })];
}

/** The date of a decision that the decider cannot take yet: what is late is to make it ready. */
const isUnreadyDecision = ({ core, state }: Diagnosis, { kind }: Deadline): boolean =>
  state.decision === null &&
  state.gateStands !== 'READY' &&
  core.deadlines[kind]?.ends.every((end) => end.startsWith('decided')) === true;

/** Nobody owes anything dated, and nobody has done anything for long. */
function silence(diagnosis: Diagnosis): StuckCause[] {
  const { core, state } = diagnosis;
  const since = endOfDay(addDays(osloDateOf(state.lastActAt), core.phases[state.phase].inactiveAfterDays));
  return [cause(diagnosis, 'SILENT', since, {})];
}

interface Details {
  readonly debt?: Deadline | undefined;
  /** The debt's debtor when absent, else the owner. */
  readonly owedBy?: ResolvedParty;
  /** The debt's act when absent, else what carries the case on. */
  readonly nextAction?: Act;
  /** `since` when absent. */
  readonly stuckFrom?: Instant;
}

function cause(diagnosis: Diagnosis, code: StuckCode, since: Instant, details: Details): StuckCause {
  const { core, state } = diagnosis;
  const { debt, stuckFrom = since } = details;
  return {
    code,
    since,
    stuckFrom,
    owedBy: details.owedBy ?? (debt ? debtor(core, state, debt) : ownerParty(state)),
    ...(debt && { deadline: debt.id, kind: debt.kind }),
    nextAction: details.nextAction ?? actOf(diagnosis, debt),
  };
}

/** An overdue debt makes the case stuck when it has been so for a week. */
const grace = ({ dueOn, dueAt }: Deadline): Pick<StuckCause, 'stuckFrom' | 'overdueFrom'> => ({
  overdueFrom: dueAt,
  stuckFrom: instantInOslo(workingDaysAfter(dueOn, OVERDUE_WORKING_DAYS + 1), 0),
});

function actOf({ core, state, carrying }: Diagnosis, debt: Deadline | undefined): Act {
  const [act] = debt ? debtActs(core, state, debt) : [];
  return act ?? carrying[0] ?? commandAct(core, 'assignOwner');
}

function blocksGate({ core, state, carrying }: Diagnosis, debt: Deadline): boolean {
  const keys = new Set(carrying.map(actKey));
  return debtActs(core, state, debt).some((act) => keys.has(actKey(act)));
}

/** The earliest open debt whose rule fits, about the handover and place if any are given. */
function debtOf(
  { core, debts }: Diagnosis,
  fits: (rule: DeadlineRule) => boolean,
  handover?: string,
  place?: number,
): Deadline | undefined {
  return debts.find(({ kind, basis: { about } }) => {
    const rule = core.deadlines[kind];
    if (!rule || !fits(rule)) return false;
    if (handover === undefined) return true;
    return about?.id === handover && (place === undefined || about.place === undefined || about.place === place);
  });
}

function ownerParty({ unit, owner: user }: Case): ResolvedParty {
  return { party: 'MUNICIPALITY', role: 'owner', unit, user };
}

function workingDaysAfter(date: LocalDate, days: number): LocalDate {
  let day = date;
  for (let left = days; left > 0; left -= 1) day = nextWorkingDay(day);
  return day;
}
