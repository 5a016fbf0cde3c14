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
      const [full, concise] = [ajv.compile(schema), ajv.compile(conciseSchema({ ...schema }, 'nb'))];
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

  it('has the titles and choices of its fields in one language', () => {
    const schema = {
      type: 'object',
      properties: {
        by: { title: 'Dato', 'x-title-en': 'Date', enum: ['X'], 'x-labels': { X: { nb: 'Ett', en: 'One' } } },
      },
    };
    const titles = (['nb', 'en'] as const).map((language) => conciseSchema(schema, language)['properties']);
    expect(titles).toEqual([
      { by: { title: 'Dato', enum: ['X'], 'x-labels': { X: 'Ett' } } },
      { by: { title: 'Date', enum: ['X'], 'x-labels': { X: 'One' } } },
    ]);
  });

  it('has the names of the people and units to choose among', () => {
    const schema = { type: 'object', properties: { unit: { enum: ['helse', 'x'] }, kind: { enum: ['A'] } } };
    const nameOf = (id: string) => (id === 'helse' ? 'Helse og mestring' : undefined);
    expect(conciseSchema(schema, 'nb', nameOf)['properties']).toEqual({
      unit: { enum: ['helse', 'x'], 'x-labels': { helse: 'Helse og mestring' } },
      kind: { enum: ['A'] },
    });
  });

  it('keeps the example of every text with a pattern and of every required field', () => {
    const text = { type: 'string', pattern: '\\S', minLength: 1, examples: ['Et eksempel.'] };
    const count = { type: 'number', minimum: 0, examples: [1] };
    const schema = { type: 'object', properties: { text, count, spare: count }, required: ['count'] };
    const { minLength: _implied, ...shorter } = text;
    expect(conciseSchema(schema, 'nb')).toEqual({
      type: 'object',
      properties: { text: shorter, count, spare: { type: 'number', minimum: 0 } },
      required: ['count'],
    });
  });
});
