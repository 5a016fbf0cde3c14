import { MESSAGE_SENT } from '#store/mailroom/outbox-messages-of.js';
import type { CaseCheck } from './violation.js';

/** Every message in the outbox refers to an event of the case's history, or to a message that people wrote on the case. */
export const messageWithoutEvent: CaseCheck = {
  name: 'letter without event',
  find: ({ outboxMessages, events, writtenMessages }) => {
    const types = new Map(events.map(({ seq, type }) => [seq, type]));
    const written = new Set(writtenMessages.map(({ n }) => n));
    const ofMessages = outboxMessages.filter(({ kind }) => kind === MESSAGE_SENT);
    const ofEvents = outboxMessages.filter(({ kind }) => kind !== MESSAGE_SENT);
    return [
      ...ofEvents
        .filter(({ seq, kind }) => types.get(seq) !== kind)
        .map(({ seq, kind, slot }) => `${kind} to ${slot}, but ${describeEvent(types.get(seq), seq)}`),
      ...ofMessages
        .filter(({ seq }) => !written.has(seq))
        .map(({ seq, kind, slot }) => `${kind} to ${slot}, but there is no message ${seq}`),
    ];
  },
};

function describeEvent(type: string | undefined, seq: number): string {
  return type === undefined ? `there is no event ${seq}` : `event ${seq} is ${type}`;
}
