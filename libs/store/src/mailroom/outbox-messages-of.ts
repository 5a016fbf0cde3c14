import { createHash } from 'node:crypto';
import type { Case, Deadline } from '#domain/model/case.js';
import type { CaseEvent, EventType } from '#domain/model/events.js';
import type { Slot } from '#domain/process/process-document.js';
import type { Instant } from '#domain/time.js';
import type { OutboxMessageRow } from './outbox-message-table.js';
import type { Transition } from '#domain/case/transitions.js';

/** All who speak for the whole organisation of the case on the day the message is sent. */
const SPEAKERS_SLOT = 'speakers';

/** Whom an event notifies, and with which template. */
interface Notification {
  readonly to: readonly Slot[];
  readonly template: string;
  readonly deadline?: Deadline | undefined;
  readonly rung?: string;
  readonly send?: boolean;
}

/** The outbox messages of one event, one per recipient slot. Deterministic, ids included. */
export function outboxMessagesOf({ event, after }: Transition): OutboxMessageRow[] {
  const notification = notificationOf(event, after);
  if (!notification) return [];
  const { to, template, deadline, rung, send } = notification;
  const owedBy = deadline && { owedBy: deadline.owedBy, basis: { about: deadline.basis.about } };
  return [...new Set(to)].map((slot) => ({
    id: messageId(after.id, event.seq, event.type, slot),
    caseId: after.id,
    seq: event.seq,
    kind: event.type,
    slot,
    deadline: deadline?.id ?? null,
    rung: rung ?? null,
    owedBy: owedBy ?? null,
    template,
    language: 'nb',
    dueAt: event.at,
    notBefore: event.recordedAt,
    status: send === false ? 'DROPPED' : 'WAITING',
    sentAt: null,
  }));
}

/** Tells those who speak for a whole organisation of a new case in its name, which somebody else may have opened. */
export function newCaseMessage(caseId: string, at: Instant): OutboxMessageRow {
  const kind: EventType = 'enquiryReceived';
  return {
    id: messageId(caseId, 1, kind, SPEAKERS_SLOT),
    caseId,
    seq: 1,
    kind,
    slot: SPEAKERS_SLOT,
    deadline: null,
    rung: null,
    owedBy: null,
    template: `${kind}.${SPEAKERS_SLOT}`,
    language: 'nb',
    dueAt: at,
    notBefore: at,
    status: 'WAITING',
    sentAt: null,
  };
}

function notificationOf(event: CaseEvent, state: Case): Notification | null {
  switch (event.type) {
    case 'receiptSent':
      return { to: [event.data.to], template: event.type };
    case 'reminderDue':
    case 'escalated': {
      const { rung, to, send } = event.data;
      const deadline = state.deadlines.find(({ id }) => id === event.data.deadline);
      return { to, deadline, rung, send, template: `${event.type}.${deadline?.kind ?? 'unknown'}` };
    }
    case 'handoverSent': {
      const handover = state.handovers.find(({ id }) => id === event.data.handover);
      const receivers = handover?.receivers.map((_, index) => `receiver:${index}`) ?? [];
      return { to: [...receivers, 'entrepreneur'], template: `handoverSent.${handover?.purpose ?? 'PHASE'}` };
    }
    case 'handoverReturned':
    case 'handoverDeclined':
    case 'handoverLapsed':
      return { to: ['owner'], template: event.type };
    case 'contactChanged':
      return { to: ['entrepreneur', 'contact'], template: event.type };
    case 'gateDecided':
      return { to: ['entrepreneur'], template: `gateDecided.${event.data.decision}` };
    case 'caseRejected':
      return { to: ['entrepreneur'], template: event.data.individualDecision ? 'caseRejected.individual' : event.type };
    case 'caseReferred':
    case 'caseStopped':
    case 'caseCompleted':
      return { to: ['entrepreneur'], template: event.type };
    default:
      return null;
  }
}

/** A UUID (version 8, custom) from the message's unique key. */
function messageId(...key: readonly (string | number)[]): string {
  const hex = createHash('sha256').update(key.join('\n')).digest('hex');
  const variant = ((parseInt(hex.slice(16, 17), 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
