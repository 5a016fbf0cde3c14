import { describe, expect, it } from '@jest/globals';
import { mutantsOf } from './operators.js';

const faultsIn = (text: string): string[] =>
  mutantsOf('x.ts', text).map(({ start, end, replacement }) => text.slice(0, start) + replacement + text.slice(end));

describe('the small faults', () => {
  it.each([
    ['if (a < 3) b();', ['if (!(a < 3)) b();', 'if (a <= 3) b();', 'if (a < 4) b();', 'if (a < 3) ;']],
    ['const x = a && [b, c];', ['const x = a || [b, c];', 'const x = a && [c];']],
    [
      'const x = a ? true : b.some(c);',
      ['const x = !(a) ? true : b.some(c);', 'const x = a ? false : b.some(c);', 'const x = a ? true : b.every(c);'],
    ],
  ])('of %s are each a single change', (text, faults) => {
    expect(faultsIn(text).sort()).toEqual([...faults].sort());
  });

  it('leave types, imports and words alone', () => {
    const words =
      "import { a } from 'b';\ninterface I { readonly x: [1, 2] }\nconst x = { label: label('a', 'b'), nb: [1] };\n";
    expect(faultsIn(words)).toEqual([]);
  });
});
