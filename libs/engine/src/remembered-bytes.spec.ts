import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { RememberedBytes } from './remembered-bytes.js';

const random = (length: number): Uint8Array =>
  new Uint8Array(
    randomBytes(length / 2)
      .toString('hex')
      .split('')
      .map((it) => it.charCodeAt(0)),
  );

describe('bytes that come again', () => {
  it('are deflated once and inflated once, and come back as they were among a hundred others', () => {
    const remembered = new RememberedBytes();
    const core = random(60_000);
    const deflated = remembered.deflate(core);
    expect(remembered.deflate(core)).toBe(deflated);
    const first = remembered.inflate(Uint8Array.from(deflated));
    for (let n = 0; n < 100; n += 1) {
      const other = random(3_000);
      expect(Buffer.from(remembered.inflate(remembered.deflate(other))).equals(other)).toBe(true);
      expect(remembered.inflate(Uint8Array.from(deflated))).toBe(first);
    }
    expect(Buffer.from(first).equals(core)).toBe(true);
  });

  it('that differ in one byte are others', () => {
    const remembered = new RememberedBytes();
    const core = random(3_000);
    const almost = Uint8Array.from(core).fill(0, 1_500, 1_501);
    expect(Buffer.from(remembered.inflate(remembered.deflate(core))).equals(core)).toBe(true);
    expect(Buffer.from(remembered.inflate(remembered.deflate(almost))).equals(almost)).toBe(true);
  });
});
