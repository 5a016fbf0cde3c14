import type { Check } from './violation.js';

/** Every message in the outbox refers to an event of the case's history. */
export const outbox: Check = {
  name: 'letter without event',
  find: ({ letters, events }) => {
    const types = new Map(events.map(({ seq, type }) => [seq, type]));
    return letters
      .filter(({ seq, kind }) => types.get(seq) !== kind)
      .map(({ seq, kind, slot }) => `${kind} to ${slot}, but ${describeEvent(types.get(seq), seq)}`);
  },
};

function describeEvent(type: string | undefined, seq: number): string {
  return type === undefined ? `there is no event ${seq}` : `event ${seq} is ${type}`;
}
