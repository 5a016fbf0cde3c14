import { describe, expect, it } from '@jest/globals';
import { commandBody, commandSchema } from '../cases/command.js';
import { restoreTexts, extractTexts, textKeysIn } from './private-texts.js';

const KEY = 'text:00000000-0000-4000-8000-00000000000';
const keys = () => {
  let made = 0;
  return () => `${KEY}${(made += 1)}`;
};

describe('private fields', () => {
  it('are replaced by keys, whole lists and packages too, and nothing else is touched', () => {
    const body = { type: 'returnHandover', gaps: ['a', 'b'] };
    const { valueWithKeys, texts } = extractTexts(commandSchema('returnHandover'), body, keys());
    expect(valueWithKeys).toEqual({ type: 'returnHandover', gaps: `${KEY}1` });
    expect([...texts]).toEqual([[`${KEY}1`, { field: '/gaps', body: ['a', 'b'] }]]);
  });

  it("of a fact's data are found inside its schema", () => {
    const schema = {
      properties: {
        data: { properties: { note: { 'x-private': true }, hours: {}, list: { items: { 'x-private': true } } } },
      },
    };
    const { valueWithKeys, texts } = extractTexts(schema, { data: { note: 'x', hours: 2, list: ['y'] } }, keys());
    expect(valueWithKeys).toEqual({ data: { note: `${KEY}1`, hours: 2, list: [`${KEY}2`] } });
    expect([...texts.values()].map(({ field }) => field)).toEqual(['/data/note', '/data/list/0']);
  });

  it('come back where their keys stand; a key without words is null', () => {
    const value = { gaps: `${KEY}1`, other: [`${KEY}2`], plain: 'text: not a key' };
    expect(textKeysIn(value)).toEqual([`${KEY}1`, `${KEY}2`]);
    expect(restoreTexts(value, new Map([[`${KEY}1`, ['a']]]))).toEqual({
      gaps: ['a'],
      other: [null],
      plain: 'text: not a key',
    });
  });

  it('are all the free text that any command has', () => {
    const free = commandBody.options.flatMap(({ shape }) =>
      Object.entries(commandSchema(shape.type.value).properties as Record<string, Record<string, unknown>>)
        .filter(([, field]) => field['x-private'] !== true && Number(field['maxLength'] ?? 0) > 200)
        .map(([name]) => `${shape.type.value}.${name}`),
    );
    expect(free).toEqual([]);
  });
});
