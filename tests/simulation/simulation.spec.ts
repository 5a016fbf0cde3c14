import { beforeAll, describe, expect, it } from '@jest/globals';
import { drawsFrom } from './draw.js';
import { playCase } from './play-case.js';
import { simulate } from './simulate.js';
import { CEILINGS, quantilesOf } from './table.js';
import type { SimulationResult } from './simulate.js';

/** Nobody in the simulation says that they are not impartial. */
const NOT_PLAYED: readonly string[] = ['impartiality.replace'];

describe('the simulated years', () => {
  it('are the same for the same seed, and others for another', () => {
    const played = (seed: string) => JSON.stringify(playCase(seed, 1).events);
    expect(played('a')).toBe(played('a'));
    expect(played('a')).not.toBe(played('b'));
  });

  describe('of sixty cases', () => {
    let result: SimulationResult;
    beforeAll(() => {
      result = simulate('3', 60);
    }, 300_000);

    it('have no working day on which nobody at work owes what brings the case on', () => {
      expect(result.idleDays).toEqual([]);
    });

    it('never offer a step that is refused or changes nothing', () => {
      expect(result.refused).toEqual([]);
    });

    it('name every cause as it is, with the person who owes it, what moves the case first, and a step that somebody has', () => {
      expect(result.findings.filter(({ verdict }) => verdict !== 'TRUE')).toEqual([]);
      expect(result.findings.length).toBeGreaterThan(300);
    });

    it.each(Object.entries(CEILINGS))('send no more than people read: %s', (name, ceiling) => {
      const { median, p95 } = quantilesOf(result)[name as keyof typeof CEILINGS];
      expect({ median, p95 }).toEqual({
        median: Math.min(median, ceiling.median),
        p95: Math.min(p95, ceiling.p95),
      });
    });

    it('come to every deadline of the process, and to all but the rarest rungs and decisions', () => {
      const { deadlines, rungs, outcomes } = result.never;
      expect(deadlines.filter((it) => !NOT_PLAYED.includes(it))).toEqual([]);
      expect(rungs.length).toBeLessThan(8);
      expect(outcomes.length).toBeLessThan(4);
    });
  });

  it('draw evenly, and one draw more changes no other', () => {
    const draw = drawsFrom('seed');
    const drawn = Array.from({ length: 10_000 }, (_, n) => draw('evenly', n));
    expect(drawn.reduce((sum, it) => sum + it, 0) / drawn.length).toBeCloseTo(0.5, 1);
    for (const tenth of [0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
      expect(drawn.filter((it) => Math.floor(it * 10) === tenth).length).toBeGreaterThan(900);
  });
});
