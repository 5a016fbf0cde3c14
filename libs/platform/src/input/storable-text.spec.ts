import { describe, expect, it } from '@jest/globals';
import { unstorableTexts } from './storable-text.js';

describe('text that cannot be stored', () => {
  it('is pointed at wherever it stands: in lists, in objects, in keys', () => {
    const body = { a: ['fine', 'a\u0000b'], 'x/y~': { deep: '\ud800' }, 'k\u0000': 1, emoji: '😀 æøå' };
    expect(unstorableTexts(body).map(({ pointer }) => pointer)).toEqual(['/a/1', '/x~1y~0/deep', '']);
  });

  it('is looked for no deeper than forty levels, and what is deeper is refused', () => {
    const nested = (levels: number): unknown => (levels === 0 ? 1 : [nested(levels - 1)]);
    expect(unstorableTexts(nested(40))).toEqual([]);
    expect(unstorableTexts(nested(60))).toHaveLength(1);
  });
});
