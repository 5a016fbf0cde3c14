import { DOCUMENT_SHARED, MESSAGE_SENT } from '#store/mailroom/outbox-messages-of.js';
import type { CaseCheck } from './violation.js';

/** Every letter refers to an event of the case's history, to a message that people wrote on it, or to a version of a shared document. */
export const messageWithoutEvent: CaseCheck = {
  name: 'letter without event',
  find: ({ outboxMessages, events, writtenMessages, sharedVersions }) => {
    const types = new Map(events.map(({ seq, type }) => [seq, type]));
    const rows = new Map([
      [MESSAGE_SENT, { what: 'message', numbers: new Set(writtenMessages.map(({ n }) => n)) }],
      [DOCUMENT_SHARED, { what: 'shared version', numbers: new Set(sharedVersions.map(({ n }) => n)) }],
    ]);
    const ofEvents = outboxMessages.filter(({ kind }) => !rows.has(kind));
    return [
      ...ofEvents
        .filter(({ seq, kind }) => types.get(seq) !== kind)
        .map(({ seq, kind, slot }) => `${kind} to ${slot}, but ${describeEvent(types.get(seq), seq)}`),
      ...outboxMessages.flatMap(({ seq, kind, slot }) => {
        const of = rows.get(kind);
        return of && !of.numbers.has(seq) ? [`${kind} to ${slot}, but there is no ${of.what} ${seq}`] : [];
      }),
    ];
  },
};

function describeEvent(type: string | undefined, seq: number): string {
  return type === undefined ? `there is no event ${seq}` : `event ${seq} is ${type}`;
}
