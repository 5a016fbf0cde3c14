import type { CaseCheck } from './violation.js';

/** Every message in the outbox refers to an event of the case's history. */
export const messageWithoutEvent: CaseCheck = {
  name: 'letter without event',
  find: ({ outboxMessages, events }) => {
    const types = new Map(events.map(({ seq, type }) => [seq, type]));
    return outboxMessages
      .filter(({ seq, kind }) => types.get(seq) !== kind)
      .map(({ seq, kind, slot }) => `${kind} to ${slot}, but ${describeEvent(types.get(seq), seq)}`);
  },
};

function describeEvent(type: string | undefined, seq: number): string {
  return type === undefined ? `there is no event ${seq}` : `event ${seq} is ${type}`;
}
