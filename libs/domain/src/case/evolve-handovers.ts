import type { Deadline, Handover, Receiver } from '../model/case.js';
import type { LapsedChoice } from '../model/manager-choice.js';
import type { CaseEvent } from '../model/events.js';

/** Handovers after an event. The last one is current, the earlier ones are history. */
export function evolveHandovers(
  handovers: readonly Handover[],
  deadlines: readonly Deadline[],
  event: CaseEvent,
): readonly Handover[] {
  switch (event.type) {
    case 'handoverDrafted': {
      const { handover: id, ...drafted } = event.data;
      const others = handovers.filter((handover) => handover.id !== id);
      const firstSentAt = firstSendingOf(others, drafted) ?? handovers.find((it) => it.id === id)?.firstSentAt;
      return [
        ...settleHandovers(others, event.at),
        { id, ...drafted, state: 'DRAFT', draftedAt: event.at, ...(firstSentAt && { firstSentAt }), escalated: false },
      ];
    }
    case 'handoverSent':
      return updateHandover(handovers, event.data.handover, (handover) => ({
        ...handover,
        state: 'SENT',
        sentAt: event.at,
        sentBy: event.by ?? handover.from.person,
      }));
    case 'handoverAcknowledged':
      return recordAnswer(handovers, event, { state: 'ACKNOWLEDGED' }, 'ACKNOWLEDGED');
    case 'handoverAccepted':
      return recordAnswer(handovers, event, { state: 'ACCEPTED', conditions: event.data.conditions });
    case 'handoverReturned':
      return recordAnswer(handovers, event, { state: 'RETURNED', gaps: event.data.gaps }, 'RETURNED');
    case 'handoverDeclined': {
      const { reason, alternative } = event.data;
      return recordAnswer(handovers, event, { state: 'DECLINED', reason, alternative }, 'DECLINED');
    }
    case 'handoverWithdrawn':
      return updateHandover(handovers, event.data.handover, (handover) => ({
        ...handover,
        state: 'WITHDRAWN',
        endedAt: event.at,
      }));
    case 'handoverLapsed':
      return updateHandover(handovers, event.data.handover, (handover) => ({
        ...handover,
        state: 'LAPSED',
        endedAt: event.at,
      }));
    case 'lapsedResolved':
      return updateHandover(handovers, event.data.handover, (handover) => resolved(handover, event.data.choice));
    case 'caseReopened':
      return handovers.map((it) => (it.state === 'LAPSED' ? { ...it, state: 'WITHDRAWN' } : it));
    case 'handoverCompleted':
      return updateHandover(handovers, event.data.handover, (handover) => ({
        ...handover,
        state: 'ACCEPTED',
        endedAt: event.at,
      }));
    case 'escalated': {
      const about = deadlines.find((deadline) => deadline.id === event.data.deadline)?.basis.about;
      if (about?.kind !== 'handover') return handovers;
      return updateHandover(handovers, about.id, (handover) => ({ ...handover, escalated: true }));
    }
    default:
      return handovers;
  }
}

/** Those that came back and that nothing has carried on yet are carried on, or given up. */
export function settleHandovers(handovers: readonly Handover[], at: string): readonly Handover[] {
  return handovers.some(cameBack) ? handovers.map((it) => (cameBack(it) ? { ...it, settledAt: at } : it)) : handovers;
}

const cameBack = ({ state, settledAt }: Handover): boolean =>
  settledAt === undefined && (state === 'RETURNED' || state === 'DECLINED' || state === 'LAPSED');

function firstSendingOf(
  handovers: readonly Handover[],
  { purpose, gate }: Pick<Handover, 'purpose' | 'gate'>,
): string | undefined {
  const last = handovers.findLast((it) => cameBack(it) && it.purpose === purpose && it.gate === gate);
  return last?.firstSentAt ?? last?.sentAt;
}

/** More time opens it again as it was; taken back or stopped it is over; sent to others it stays as it ended. */
function resolved({ endedAt, ...handover }: Handover, choice: LapsedChoice): Handover {
  const answered = handover.receivers.some(({ state }) => state !== 'WAITING');
  if (choice === 'EXTEND') return { ...handover, state: answered ? 'ACKNOWLEDGED' : 'SENT' };
  const ended = { ...handover, ...(endedAt !== undefined && { endedAt }) };
  return choice === 'REASSIGN' ? ended : { ...ended, state: 'WITHDRAWN' };
}

function updateHandover(
  handovers: readonly Handover[],
  id: string,
  to: (handover: Handover) => Handover,
): readonly Handover[] {
  return handovers.map((handover) => (handover.id === id ? to(handover) : handover));
}

function recordAnswer(
  handovers: readonly Handover[],
  event: { readonly at: string; readonly data: { readonly handover: string; readonly receiver: number } },
  reply: Pick<Receiver, 'state'> & Partial<Receiver>,
  state?: Handover['state'],
): readonly Handover[] {
  return updateHandover(handovers, event.data.handover, (handover) => ({
    ...handover,
    state: state ?? handover.state,
    endedAt: state === 'RETURNED' || state === 'DECLINED' ? event.at : handover.endedAt,
    receivers: handover.receivers.map((receiver, index) =>
      index === event.data.receiver ? { ...receiver, ...reply, at: event.at } : receiver,
    ),
  }));
}
