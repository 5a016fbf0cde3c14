import { describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { processVersions } from '#processes/versions.js';
import { conciseSchema } from './next-view.js';

const ajv = new Ajv2020({ strict: false, validateFormats: false });
const SAMPLES = ['', ' ', 'x', 0, -1, 1e12, null, true, '2027-01-01', 'helse'];

describe('the schema of a step', () => {
  it.each(processVersions.flatMap(({ facts }) => Object.entries(facts)))(
    'for the fact %s admits what the document admits, and no more, field by field',
    (_fact, { schema }) => {
      const [full, concise] = [ajv.compile(schema), ajv.compile(conciseSchema({ ...schema }))];
      expect(full({})).toBe(concise({}));
      for (const [name, property] of Object.entries(schema.properties)) {
        const known = [property['default'], ...[property['examples'] ?? property['enum'] ?? []].flat()];
        for (const value of [...SAMPLES, ...known]) {
          const filled = { ...Object.fromEntries((schema.required ?? []).map((it) => [it, 'x'])), [name]: value };
          expect([value, concise(filled)]).toEqual([value, full(filled)]);
        }
      }
    },
  );

  it('keeps the example of every text with a pattern and of every required field', () => {
    const text = { type: 'string', pattern: '\\S', minLength: 1, examples: ['Et eksempel.'] };
    const count = { type: 'number', minimum: 0, examples: [1] };
    const schema = { type: 'object', properties: { text, count, spare: count }, required: ['count'] };
    const { minLength: _implied, ...shorter } = text;
    expect(conciseSchema(schema)).toEqual({
      type: 'object',
      properties: { text: shorter, count, spare: { type: 'number', minimum: 0 } },
      required: ['count'],
    });
  });
});
