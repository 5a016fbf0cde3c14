import { describe, expect, it } from '@jest/globals';
import { collaborationV1 } from '#infra/process/v1/document.js';
import { coreOf } from './core-of.js';
import { packCore, unpackCore } from './packed.js';
import type { PackedCore } from './packed.js';
import type { ProcessCore } from './core.js';

const MOST_BYTES = 32 * 1024;
const core = coreOf(collaborationV1);

/** As it comes out of a workflow's history. */
const travelled = (packed: PackedCore): PackedCore => JSON.parse(JSON.stringify(packed)) as PackedCore;

describe('the core of version 1', () => {
  it('holds no words, sources or schemas', () => {
    expect(JSON.stringify(core)).not.toMatch(/"(label|source|schema|validFrom|capacities|roles)":/);
  });

  it('holds every rule', () => {
    const { phases, gates, items, facts, deadlines, routes } = collaborationV1;
    for (const [key, rules] of Object.entries({ phases, gates, items, facts, deadlines, routes })) {
      expect(Object.keys(core[key as keyof ProcessCore])).toEqual(Object.keys(rules));
    }
    expect(core.deadlines['firstContact.contact']).toEqual({
      nature: 'DEBT',
      effect: 'PRACTICE',
      owedBy: { party: 'MUNICIPALITY', role: 'owner' },
      owedTo: { party: 'ENTREPRENEUR', role: 'entrepreneur' },
      ladder: 'usual',
      calendar: 'WORKING_DAYS_EEA',
      starts: ['opened'],
      once: true,
      count: 2,
      ends: ['fact:contactMade', 'fact:meetingHeld'],
      scope: 'PHASE',
    });
  });

  it('travels in at most 32 kB, and arrives as it was sent', () => {
    const packed = packCore(core);
    expect(Buffer.byteLength(JSON.stringify(packed))).toBeLessThanOrEqual(MOST_BYTES);
    expect(unpackCore(travelled(packed))).toEqual(core);
  });
});

describe('packing', () => {
  it('leaves words that stand once, numbers and flags as they are', () => {
    const small = { id: 'one', twice: 'again', also: 'again', n: 42, yes: true, none: null } as unknown as ProcessCore;
    const packed = packCore(small);
    expect(packed.words).toEqual(['again']);
    expect(packed.text).toContain('"id":"one"');
    expect(unpackCore(packed)).toEqual(small);
  });

  it('refuses text that could be mistaken for a stand-in', () => {
    expect(() => packCore({ id: 'Āpen' } as unknown as ProcessCore)).toThrow(RangeError);
    expect(() => packCore({ id: 'a "b"' } as unknown as ProcessCore)).toThrow(RangeError);
  });
});
