import type { Check } from './violation.js';

/** A letter tells of an event that is in the history. */
export const outbox: Check = {
  name: 'letter without event',
  find: ({ letters, events }) => {
    const types = new Map(events.map(({ seq, type }) => [seq, type]));
    return letters
      .filter(({ seq, kind }) => types.get(seq) !== kind)
      .map(({ seq, kind, slot }) => `${kind} to ${slot}, but ${there(types.get(seq), seq)}`);
  },
};

function there(type: string | undefined, seq: number): string {
  return type === undefined ? `there is no event ${seq}` : `event ${seq} is ${type}`;
}
