import { describe, expect, it } from '@jest/globals';
import { newestProcess } from '#processes/versions.js';
import { orderOf, waysOf } from '../../apps/web/src/process/document.js';
import type { ProcessShown } from '../../apps/web/src/process/document.js';

const shown = newestProcess as unknown as ProcessShown;

describe('the drawing of the process', () => {
  it('has the six phases in the order in which a case passes them', () => {
    expect(orderOf(shown)).toEqual([
      'FIRST_CONTACT',
      'MENTORING',
      'PILOT',
      'PROCUREMENT',
      'OPERATION',
      'EFFECT_EVALUATION',
    ]);
  });

  it('has the usual way from each phase to the next, and every other way that some decision opens, once', () => {
    const ways = waysOf(shown);
    const usual = ways.filter(({ isUsual }) => isUsual).map(({ gate, to }) => `${gate} ${to}`);
    expect(usual.sort()).toEqual(
      ['G1 MENTORING', 'G2 PILOT', 'G4 PROCUREMENT', 'G5 OPERATION', 'G6 EFFECT_EVALUATION'].sort(),
    );
    const opened = Object.values(newestProcess.gates).flatMap(({ phase, outcomes }) =>
      outcomes.flatMap(({ toPhase }) => (toPhase && toPhase !== phase ? [`${phase} ${toPhase}`] : [])),
    );
    expect(ways.map(({ from, to }) => `${from} ${to}`).sort()).toEqual([...new Set(opened)].sort());
  });
});
