import type { Case, Mark } from '../model/case.js';
import type { CaseEvent } from '../model/events.js';

/**
 * The structural marks an event leaves on a case, for deadlines to start, end or be void by.
 * Keys: `opened` `ownerAssigned` `deputyNamed` `contactChanged` `phase:<P>` `left:<P>` `decided:<G>` `decided:<G>:<D>`
 * `accepted:<G>` `sent|acknowledged|answered|roundOver` (about `<handover>:<receiver>`), `returned|declined|lapsed` (about
 * the handover), `resent` `handoverDone` `suspended` `resumed` `closed` `closed:<STATE>` `rejected:individual` `completed`
 * `reopened` `receipt` `passed:<kind>` (about the deadline) `keptLate` (about the deadline and its `delay.explain`) `breached:<kind>` and `breachedToEntrepreneur` (about the deadline). Facts are marks of their own: `fact:<id>`.
 * @param state  the case with the event already applied.
 */
export function marksOf(state: Case, event: CaseEvent): readonly Mark[] {
  return keysOf(state, event).map(([key, about]) => ({
    key,
    seq: event.seq,
    at: event.at,
    ...(about !== undefined && { about }),
  }));
}

type Key = readonly [key: string, about?: string];

function keysOf(state: Case, event: CaseEvent): readonly Key[] {
  switch (event.type) {
    case 'enquiryReceived':
      return [['opened'], [`phase:${event.data.phase}`]];
    case 'ownerAssigned':
    case 'deputyNamed':
    case 'contactChanged':
      return [[event.type]];
    case 'gateDecided':
      return [[`decided:${event.data.gate}`], [`decided:${event.data.gate}:${event.data.decision}`]];
    case 'phaseEntered':
      return [[`left:${event.data.from}`], [`phase:${event.data.phase}`]];
    case 'handoverSent':
      return [['resent'], ...eachReceiver(state, event.data.handover, 'sent')];
    case 'handoverAcknowledged':
      return [['acknowledged', receiver(event.data)]];
    case 'handoverAccepted':
      return [['answered', receiver(event.data)]];
    case 'handoverReturned':
    case 'handoverDeclined': {
      const ended: Key = [event.type === 'handoverReturned' ? 'returned' : 'declined', event.data.handover];
      return [['answered', receiver(event.data)], ended, ...eachReceiver(state, event.data.handover, 'roundOver')];
    }
    case 'handoverWithdrawn':
      return eachReceiver(state, event.data.handover, 'roundOver');
    case 'handoverLapsed':
      return [['lapsed', event.data.handover], ...eachReceiver(state, event.data.handover, 'roundOver')];
    case 'handoverCompleted':
      return event.data.gate ? [['handoverDone'], [`accepted:${event.data.gate}`]] : [['handoverDone']];
    case 'caseSuspended':
      return [['suspended']];
    case 'caseResumed':
      return [['resumed']];
    case 'caseReopened':
      return [['reopened']];
    case 'caseRejected':
      return [...closed(state), ...(event.data.individualDecision ? [['rejected:individual'] as const] : [])];
    case 'caseCompleted':
      return [...closed(state), ['completed']];
    case 'caseReferred':
    case 'caseWithdrawn':
    case 'caseStopped':
    case 'caseWentDormant':
      return closed(state);
    case 'receiptSent':
      return [['receipt']];
    case 'deadlineMet':
      return event.data.late ? keptLate(event.data.deadline) : [];
    case 'deadlinePassed':
      return passed(state, event.data.deadline);
    case 'deadlineBreached':
      return breached(state, event.data.deadline);
    default:
      return [];
  }
}

function closed(state: Case): readonly Key[] {
  return [['closed'], [`closed:${state.state}`]];
}

function receiver(data: { readonly handover: string; readonly receiver: number }): string {
  return `${data.handover}:${data.receiver}`;
}

function eachReceiver(state: Case, handover: string, key: string): readonly Key[] {
  const receivers = state.handovers.find((it) => it.id === handover)?.receivers ?? [];
  return receivers.map((_, index) => [key, `${handover}:${index}`]);
}

/** A HOLD or RIGHT is over: what it barred or left open may go on. */
function passed(state: Case, id: string): readonly Key[] {
  const deadline = state.deadlines.find((it) => it.id === id);
  return deadline ? [[`passed:${deadline.kind}`, id]] : [];
}

/** What was owed came after all: neither it nor the explaining of it is wanted any more. */
function keptLate(id: string): readonly Key[] {
  return [
    ['keptLate', id],
    ['keptLate', `delay.explain:${id}`],
  ];
}

/** A broken promise to the entrepreneur opens the duty to explain; the explaining itself never does. */
function breached(state: Case, id: string): readonly Key[] {
  const deadline = state.deadlines.find((it) => it.id === id);
  if (!deadline) return [];
  const promise =
    deadline.owedBy.party === 'MUNICIPALITY' &&
    deadline.owedTo.party === 'ENTREPRENEUR' &&
    !deadline.kind.startsWith('delay.');
  return [[`breached:${deadline.kind}`, id], ...(promise ? [['breachedToEntrepreneur', id] as const] : [])];
}
