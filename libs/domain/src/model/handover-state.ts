import { osloDateOf } from '../calendar/oslo-time.js';
import { workingDaysBetween } from '../calendar/working-days.js';
import type { Instant } from '../time.js';
import type { Case, Handover, Receiver, TextKey } from './case.js';
import type { Actor } from './command.js';
import type { GateId } from '../process/process-document.js';

type Sent = Handover & { readonly state: 'SENT' | 'ACKNOWLEDGED' };

export function isAwaitingAnswer(handover: Handover | undefined): handover is Sent {
  return handover?.state === 'SENT' || handover?.state === 'ACKNOWLEDGED';
}

/** A draft, or one that was given up before it was sent: only those who write it know of it. */
export const isUnsent = ({ sentAt }: Handover): boolean => sentAt === undefined;

/** What receivers of the last round asked for; it stands until the handover is sent again. */
export function demandsIn(handovers: Case['handovers']): Said<'gaps'>[] {
  const last = handovers.findLast((it) => !isUnsent(it));
  return last?.state === 'RETURNED' ? saidIn(last, 'gaps') : [];
}

/** On what conditions receivers took over, of every handover, oldest first. */
export const conditionsIn = (handovers: Case['handovers']): Said<'conditions'>[] =>
  handovers.flatMap((handover) => saidIn(handover, 'conditions'));

type Said<N extends 'gaps' | 'conditions'> = Receiver & {
  readonly handover: string;
  readonly at: Instant;
} & Readonly<Record<N, TextKey>>;

const saidIn = <N extends 'gaps' | 'conditions'>({ id, receivers }: Handover, name: N): Said<N>[] =>
  receivers
    .filter((it): it is Receiver & Omit<Said<N>, 'handover'> => it[name] !== undefined && it.at !== undefined)
    .map((it) => ({ ...it, handover: id }));

/** Whether it hands over the decision that stands. */
export const isOfDecision = ({ decision, handovers }: Pick<Case, 'decision' | 'handovers'>, id: string): boolean =>
  decision !== null && handovers.find((it) => it.id === id)?.purpose === 'PHASE';

/** Whether the handover that follows a decision has been accepted; after G3 and G7 the case stays in its phase. */
export function isDecisionHandedOver(state: Case, gate: GateId, decidedSeq: number): boolean {
  return state.marks.some((mark) => mark.key === `accepted:${gate}` && mark.seq > decidedSeq);
}

/** Whether the actor sent the handover: the sender may not answer it, not even as a substitute. */
export const isSender = ({ user }: Actor, { sentBy, from }: Handover): boolean =>
  user === sentBy || user === from.person;

/**
 * Working days from the first sending until it was accepted or given up, through return and decline; 0 for a draft that
 * carries nothing on.
 */
export function workingDaysUnderWay(handover: Handover, now: Instant): number {
  const { sentAt, firstSentAt = sentAt, state, endedAt, settledAt } = handover;
  const isOver = state === 'ACCEPTED' || state === 'WITHDRAWN';
  const until = settledAt ?? (isOver ? endedAt : undefined) ?? now;
  return firstSentAt === undefined ? 0 : workingDaysBetween(osloDateOf(firstSentAt), osloDateOf(until));
}
