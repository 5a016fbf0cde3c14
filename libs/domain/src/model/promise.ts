import { osloDateOf } from '../calendar/oslo-time.js';
import type { Case, Deadline } from './case.js';
import type { DeadlineRule } from '../process/process-document.js';
import type { LocalDate } from '../time.js';

/**
 * OPEN until it ends, and PAUSED while its case is on hold; then KEPT, MOVED (in time, with a reason) or MISSED. MISSED stands,
 * whatever comes after.
 */
export const PROMISE_STATES = ['OPEN', 'PAUSED', 'KEPT', 'MOVED', 'MISSED'] as const;
export type PromiseState = (typeof PROMISE_STATES)[number];

/** Of a step agreed in a meeting: as a promise, and CANCELLED where the case ended before it was done. */
export const STEP_STATES = [...PROMISE_STATES, 'CANCELLED'] as const;

type Owing = Pick<DeadlineRule, 'nature' | 'owedBy' | 'owedTo'>;

export const isPromise = ({ basis, ...owing }: Owing & Pick<Deadline, 'basis'>): boolean =>
  isOwedToHer(owing) && !followsMissed(basis.key);

/** What the municipality owes the entrepreneur. */
export const isOwedToHer = ({ nature, owedBy, owedTo }: Owing): boolean =>
  nature === 'DEBT' && owedBy.party === 'MUNICIPALITY' && owedTo.party === 'ENTREPRENEUR';

/** A debt that began with a missed one promises nothing new. */
const followsMissed = (key: string): boolean => key.startsWith('breached');

/** The day that passed without the promise being kept; undefined while it has none. */
export function missedOn({ state, dueOn, metAt, extended }: Deadline): LocalDate | undefined {
  const day = extended?.missedOn ?? (state === 'BREACHED' ? dueOn : undefined);
  // A fact may be registered late, of a day on which the promise was kept.
  return day === undefined || (metAt !== undefined && osloDateOf(metAt) <= day) ? undefined : day;
}

export function promiseState(deadline: Deadline): PromiseState {
  if (missedOn(deadline) !== undefined) return 'MISSED';
  if (deadline.state === 'PAUSED') return 'PAUSED';
  if (deadline.extended) return 'MOVED';
  return deadline.state === 'MET' ? 'KEPT' : 'OPEN';
}

/** Promises that are missed and still owed, or whose delay somebody owes an explanation of. */
export function missedPromises({ deadlines }: Pick<Case, 'deadlines'>): readonly Deadline[] {
  const owed = deadlines.filter((it) => it.state === 'OPEN' || it.state === 'PAUSED' || isStillMissed(it));
  const unexplained = owed.flatMap(({ basis: { key, about } }) => (followsMissed(key) && about ? [about.id] : []));
  return deadlines.filter((it) => isPromise(it) && (unexplained.includes(it.id) || isStillMissed(it)));
}

export const isStillMissed = ({ state, metAt }: Deadline): boolean => state === 'BREACHED' && metAt === undefined;
