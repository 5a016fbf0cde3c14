import { describe, expect, it } from '@jest/globals';
import { normalInput } from './storable-text.js';

const pointers = (input: unknown) => normalInput(input).errors.map(({ pointer }) => pointer);

describe('text that cannot be stored', () => {
  it('is pointed at wherever it stands: in lists, in objects, in keys', () => {
    const body = { a: ['fine', 'a\u0000b'], 'x/y~': { deep: '\ud800' }, 'k\u0000': 1, emoji: '😀 æøå' };
    expect(pointers(body)).toEqual(['/a/1', '/x~1y~0/deep', '']);
  });

  it('is looked for no deeper than forty levels, and what is deeper is refused', () => {
    const nested = (levels: number): unknown => (levels === 0 ? 1 : [nested(levels - 1)]);
    expect(pointers(nested(40))).toEqual([]);
    expect(pointers(nested(60))).toHaveLength(1);
  });

  it('is what came out of another encoding, which is named', () => {
    const { errors } = normalInput({ title: 'Bl\ufffdb\ufffdr' });
    expect(errors).toEqual([{ pointer: '/title', detail: expect.stringMatching(/Windows-1252.*UTF-8/) }]);
  });

  it('is an address that would become another one', () => {
    expect(pointers({ email: 'kari@\u212aommune.no', text: 'Skriv til <o\u212ay@x.no>, takk' })).toEqual([
      '/email',
      '/text',
    ]);
    expect(pointers({ title: 'Det er 273 \u212a ute' })).toEqual([]);
  });
});

describe('a body in normal form', () => {
  it('has all its text and keys in normal form, and all else as it was', () => {
    const body = { 'Ma\u030al': ['ma\u030altid', 1, null, true], nested: { a: 'b\r\nc' } };
    expect(normalInput(body)).toEqual({ errors: [], value: { Mål: ['måltid', 1, null, true], nested: { a: 'b\nc' } } });
  });

  it('has no key __proto__, however deep', () => {
    expect(pointers(JSON.parse('{"data":{"__proto__":{"a":1}}}'))).toEqual(['/data/__proto__']);
  });

  it('is refused when two keys are one', () => {
    expect(pointers({ a: { 'ma\u030al': 1, mål: 2 } })).toEqual(['/a']);
  });
});
