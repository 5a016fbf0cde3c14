import { createHash } from 'node:crypto';
import type { Case, Deadline, UserId } from '#domain/model/case.js';
import type { CaseEvent, EventType } from '#domain/model/events.js';
import type { MessageSide } from '#domain/policy/conversation.js';
import type { Slot } from '#domain/process/process-document.js';
import type { Instant } from '#domain/time.js';
import { lettersOf, lettersOfRow } from './letters.js';
import type { Letter, RowLetter } from './letters.js';
import type { OutboxMessageRow } from './outbox-message-table.js';
import type { Transition } from '#domain/case/transitions.js';

/** All who speak for the whole organisation of the case on the day the message is sent. */
const SPEAKERS_SLOT = 'speakers';

/**
 * The outbox messages of one event, one per recipient slot. Deterministic, ids included. Somebody with several slots is told
 * once, and a member of staff is not told of what they did.
 */
export function outboxMessagesOf(transition: Transition): OutboxMessageRow[] {
  const { event, after } = transition;
  const told = new Set<Slot>(event.by === null || event.by === after.entrepreneur ? [] : [event.by]);
  const isNew = (receiver: Slot): boolean => !told.has(receiver) && told.add(receiver).has(receiver);
  return lettersOf(transition).flatMap((letter) =>
    letter.to
      .filter((slot) => isNew(personIn(after, slot) ?? slot))
      .map((slot) => rowOf(after.id, event, letter, slot)),
  );
}

/** The person in a slot, where the case itself says who that is; the others are found when the message is sent. */
function personIn({ owner, contact, deputy, handovers }: Case, slot: Slot): UserId | null {
  const [relation, id, place] = slot.split(':');
  if (slot === 'owner') return owner;
  if (slot === 'contact') return contact;
  if (slot === 'deputy') return deputy;
  if (relation === 'user') return id ?? null;
  if (relation !== 'receiver') return null;
  return handovers.find((it) => it.id === id)?.receivers[Number(place)]?.person ?? null;
}

function rowOf(
  caseId: string,
  { seq, type, at, recordedAt }: CaseEvent,
  { template, deadline, rung, send }: Letter,
  slot: Slot,
): OutboxMessageRow {
  return {
    id: messageId(caseId, seq, type, slot),
    caseId,
    seq,
    kind: type,
    slot,
    deadline: deadline?.id ?? null,
    rung: rung ?? null,
    owedBy: deadline ? owedByOf(deadline) : null,
    template,
    language: 'nb',
    dueAt: at,
    notBefore: recordedAt,
    status: send === false ? 'DROPPED' : 'WAITING',
    sentAt: null,
  };
}

const owedByOf = ({ owedBy, basis, heldBy }: Deadline): OutboxMessageRow['owedBy'] => ({
  owedBy,
  basis: { about: basis.about },
  ...(heldBy !== undefined && { heldBy }),
});

/** Tells those who speak for a whole organisation of a new case in its name, which somebody else may have opened. */
export function newCaseMessage(caseId: string, at: Instant): OutboxMessageRow {
  const kind: EventType = 'enquiryReceived';
  return plainRow({ caseId, seq: 1, kind, slot: SPEAKERS_SLOT, template: `${kind}.${SPEAKERS_SLOT}`, at });
}

/** The kind of what tells of a message; its `seq` is the `n` of the message. */
export const MESSAGE_SENT = 'messageSent';

/** The kind of what tells of a document that the other side may read; its `seq` is the `n` of the version. */
export const DOCUMENT_SHARED = 'documentShared';

/** What somebody wrote on a case: its number, for which side, who and when. */
interface WrittenRow {
  readonly n: number;
  readonly from: MessageSide;
  readonly by: UserId;
  readonly at: Instant;
}

export const messageSentLetters = (state: Case, message: WrittenRow): OutboxMessageRow[] =>
  rowLetters(MESSAGE_SENT, state, message);

export const documentSharedLetters = (state: Case, version: WrittenRow): OutboxMessageRow[] =>
  rowLetters(DOCUMENT_SHARED, state, version);

/** Tells the other side: somebody who has two places in the case once, and the writer never. */
function rowLetters(kind: RowLetter, state: Case, { n, from, by, at }: WrittenRow): OutboxMessageRow[] {
  const told = new Set<string>([by]);
  const isNew = (receiver: string): boolean => !told.has(receiver) && told.add(receiver).has(receiver);
  return lettersOfRow(kind, from).flatMap(({ to, template }) =>
    to
      .filter((slot) => isNew((slot === 'entrepreneur' ? state.entrepreneur : personIn(state, slot)) ?? slot))
      .map((slot) => plainRow({ caseId: state.id, seq: n, kind, slot, template, at })),
  );
}

/** A message that is about no deadline and goes at once. */
function plainRow({
  caseId,
  seq,
  kind,
  slot,
  template,
  at,
}: Pick<OutboxMessageRow, 'caseId' | 'seq' | 'kind' | 'slot' | 'template'> & {
  readonly at: Instant;
}): OutboxMessageRow {
  return {
    id: messageId(caseId, seq, kind, slot),
    caseId,
    seq,
    kind,
    slot,
    deadline: null,
    rung: null,
    owedBy: null,
    template,
    language: 'nb',
    dueAt: at,
    notBefore: at,
    status: 'WAITING',
    sentAt: null,
  };
}

/** A UUID (version 8, custom) from the message's unique key. */
function messageId(...key: readonly (string | number)[]): string {
  const hex = createHash('sha256').update(key.join('\n')).digest('hex');
  const variant = ((parseInt(hex.slice(16, 17), 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
