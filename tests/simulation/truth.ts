import { endOfDay, osloDateOf } from '#domain/calendar/oslo-time.js';
import { nextWorkingDay } from '#domain/calendar/working-days.js';
import { addDays } from '#domain/time.js';
import { debtActs } from '#domain/next/debt-acts.js';
import { openDebts } from '#domain/next/ordered-acts.js';
import { collaboration } from '#processes/collaboration/document.js';
import { whoOwes } from './jobs.js';
import { actOf } from './tasks.js';
import type { Case, Deadline, UserId } from '#domain/model/case.js';
import type { Directory } from '#domain/policy/directory.js';
import type { Instant, LocalDate } from '#domain/time.js';

/** What a case may stand still for, in the order of whose-turn.md 1, law 3. */
export const RANKS = [
  'HANDOVER',
  'UNDECIDED',
  'NOT_SENT',
  'RETURNED',
  'NO_RECEIVING_UNIT',
  'QUESTION',
  'BLOCKING_DEBT',
  'EXPIRING',
  'OTHER_DEBT',
  'PHASE',
] as const;
export type Rank = (typeof RANKS)[number];

/** What the case waits for, and whom: known from what has happened, and found without the product's `stuck`. */
export interface TrueCause {
  readonly rank: Rank;
  /** The kind of the deadline; of a rank that has only one of them it says nothing. */
  readonly kind: string;
  readonly people: readonly UserId[];
}

/** What is looked at on one day. */
export interface Situation {
  readonly state: Case;
  readonly directory: Directory;
  readonly now: Instant;
  /** What the case cannot go on without, as `next` shows it that day. */
  readonly blockingActs: ReadonlySet<string>;
}

const WORKING_DAYS_OF_A_HANDOVER = 10;
const WORKING_DAYS_OVERDUE = 5;
const DAYS_BEFORE_EXPIRY = 30;

/** The kinds that have a rank of their own; all others are debts that block the gate, or do not. */
const RANK_OF: Readonly<Record<string, Rank>> = {
  'handover.choice': 'HANDOVER',
  'handover.answer': 'HANDOVER',
  'handover.answerAgain': 'HANDOVER',
  'gate.decide': 'UNDECIDED',
  'handover.prepare': 'NOT_SENT',
  'handover.send': 'NOT_SENT',
  'handover.gaps': 'RETURNED',
  'pilot.newReceiver': 'NO_RECEIVING_UNIT',
  'question.answer': 'QUESTION',
  'agreement.expiry': 'EXPIRING',
  'agreement.extended': 'EXPIRING',
  'gate.prepare': 'PHASE',
};
const MEASURE = /[sS]la$/;

/** All that holds today, what would move the case first. */
export function trueCauses(situation: Situation): TrueCause[] {
  const { state, now } = situation;
  const debts = openDebts(state);
  const causes = debts
    .filter((debt) => holdsFrom(state, debt, rankOf(situation, debt)) <= now)
    .map((debt) => ({ rank: rankOf(situation, debt), kind: debt.kind, people: peopleFor(situation, debt, debts) }));
  return oneOfEachRank(causes).sort((a, b) => RANKS.indexOf(a.rank) - RANKS.indexOf(b.rank));
}

function rankOf({ state, blockingActs }: Situation, debt: Deadline): Rank {
  if (MEASURE.test(debt.kind)) return 'PHASE';
  const rank = RANK_OF[debt.kind];
  if (rank) return rank;
  return isMetByWhatCarries(state, debt, blockingActs) ? 'BLOCKING_DEBT' : 'OTHER_DEBT';
}

const isMetByWhatCarries = (state: Case, debt: Deadline, blockingActs: ReadonlySet<string>): boolean =>
  debtActs(collaboration, state, debt).some(({ command, body }) => blockingActs.has(actOf(command, body)));

/** From when the case stands still for it. */
function holdsFrom(state: Case, debt: Deadline, rank: Rank): Instant {
  switch (rank) {
    case 'HANDOVER':
      return debt.kind === 'handover.choice' ? debt.basis.at : debt.dueAt;
    case 'RETURNED':
      return laterOf(debt.basis.at, endOfDay(workingDaysAfter(sentOn(state, debt), WORKING_DAYS_OF_A_HANDOVER)));
    case 'NO_RECEIVING_UNIT':
      return debt.basis.at;
    case 'EXPIRING':
      return endOfDay(addDays(debt.dueOn, -DAYS_BEFORE_EXPIRY));
    case 'UNDECIDED':
    case 'NOT_SENT':
    case 'QUESTION':
      return debt.dueAt;
    case 'BLOCKING_DEBT':
    case 'OTHER_DEBT':
    case 'PHASE':
      return debt.kind === 'mentoring.rhythm'
        ? debt.dueAt
        : endOfDay(workingDaysAfter(debt.dueOn, WORKING_DAYS_OVERDUE));
  }
}

/** The n-th working day after a date, which need not be one itself. */
function workingDaysAfter(date: LocalDate, days: number): LocalDate {
  return days === 0 ? date : workingDaysAfter(nextWorkingDay(date), days - 1);
}

const laterOf = (a: Instant, b: Instant): Instant => (a > b ? a : b);

const sentOn = ({ handovers, openedAt }: Case, { basis }: Deadline) =>
  osloDateOf(handovers.find(({ id }) => id === basis.about?.id)?.sentAt ?? openedAt);

/** A phase over its time is owed by whoever has the debt that carries the case; so is a decision that is not ready. */
function peopleFor({ state, directory, now, blockingActs }: Situation, debt: Deadline, debts: readonly Deadline[]) {
  const isNotReady = /(^pilot|^evaluation)[.](decision|extension)$/.test(debt.kind) && !blockingActs.has('decideGate');
  if (!MEASURE.test(debt.kind) && debt.kind !== 'gate.prepare' && !isNotReady)
    return whoOwes(state, directory, debt, osloDateOf(now));
  const isCarrying = (it: Deadline): boolean =>
    !MEASURE.test(it.kind) && it.kind !== 'gate.prepare' && it !== debt && isMetByWhatCarries(state, it, blockingActs);
  const carrying = debts.find(isCarrying) ?? debts.find(({ kind }) => kind === 'gate.prepare') ?? debt;
  return whoOwes(state, directory, carrying, osloDateOf(now));
}

/** The measures of one phase are one cause. */
function oneOfEachRank(causes: readonly TrueCause[]): TrueCause[] {
  const together: readonly Rank[] = ['PHASE', 'NOT_SENT'];
  return causes.flatMap((cause) => {
    if (!together.includes(cause.rank)) return cause;
    const same = causes.filter(({ rank }) => rank === cause.rank);
    return same[0] === cause ? { ...cause, people: same.flatMap(({ people }) => people) } : [];
  });
}
