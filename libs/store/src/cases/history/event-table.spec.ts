import { describe, expect, it } from '@jest/globals';
import canonicalize from 'canonicalize';
import fc from 'fast-check';
import type { CaseEvent } from '#domain/model/events.js';
import { toCaseEvent, eventHash, toEventRow } from './event-table.js';

const event = {
  seq: 3,
  type: 'deputyNamed',
  at: '2027-01-11T09:00:00.000Z',
  recordedAt: '2027-01-11T09:00:00.000Z',
  by: 'mottak',
  command: 'c1',
  hash: 'h1',
  data: { deputy: 'leder.helse' },
} as const satisfies CaseEvent;

describe('an event and its row', () => {
  it('become each other without a difference', () => {
    expect(toCaseEvent(toEventRow('id', event, 1))).toEqual(event);
    const { command: _command, hash: _hash, ...plain } = event;
    expect(toCaseEvent(toEventRow('id', plain, 1))).toEqual(plain);
  });

  it('have a hash that every part of the event counts in', () => {
    const others = [
      { ...event, seq: 4 },
      { ...event, by: null },
      { ...event, command: 'c2' },
      { ...event, data: { deputy: 'leder.nav' } },
      { ...event, recordedAt: '2027-01-11T09:00:00.001Z' },
    ];
    expect(new Set([event, ...others].map(eventHash)).size).toBe(6);
  });
});

describe('canonical JSON', () => {
  it('is the same text whatever the order of the members, and after a round trip', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const again: unknown = JSON.parse(JSON.stringify(value));
        expect(canonicalize(again)).toBe(canonicalize(value));
        expect(JSON.parse(canonicalize(value) ?? '')).toEqual(again);
      }),
    );
    expect(canonicalize({ b: 1, a: { d: undefined, c: [2] } })).toBe('{"a":{"c":[2]},"b":1}');
  });
});
