import { describe, expect, it } from '@jest/globals';
import { drawsFrom } from './draw.js';
import { playCase } from './play-case.js';
import { simulate } from './simulate.js';

describe('the simulated years', () => {
  it('are the same for the same seed, and others for another', () => {
    const played = (seed: string) => JSON.stringify(playCase(seed, 1).events);
    expect(played('a')).toBe(played('a'));
    expect(played('a')).not.toBe(played('b'));
  });

  it('never offer a step that is then refused, and have somebody at work who owes the way on, but after a lapsed handover', () => {
    const { refused, idleDays } = simulate('a', 8);
    expect(refused).toEqual([]);
    expect(idleDays.filter(({ where }) => !/(draft|send)Handover$/.test(where))).toEqual([]);
  });

  it('draw evenly, and one draw more changes no other', () => {
    const draw = drawsFrom('seed');
    const drawn = Array.from({ length: 10_000 }, (_, n) => draw('evenly', n));
    expect(drawn.reduce((sum, it) => sum + it, 0) / drawn.length).toBeCloseTo(0.5, 1);
    for (const tenth of [0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
      expect(drawn.filter((it) => Math.floor(it * 10) === tenth).length).toBeGreaterThan(900);
  });
});
