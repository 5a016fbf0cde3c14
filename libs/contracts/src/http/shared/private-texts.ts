import { isTextKey } from '#domain/model/text-key.js';

/** The part of a JSON Schema that is needed to find private fields. */
interface Schema {
  readonly 'x-private'?: unknown;
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly items?: unknown;
}

export interface ExtractedTexts {
  /** The input with a text key in place of each private field. */
  readonly valueWithKeys: unknown;
  readonly texts: ReadonlyMap<string, { readonly field: string; readonly body: unknown }>;
}

/** Replaces each field that the schema marks `x-private` by a new key, so that Temporal stores no personal text. */
export function extractTexts(schema: unknown, value: unknown, newKey: () => string): ExtractedTexts {
  const texts = new Map<string, { field: string; body: unknown }>();
  const walk = (at: unknown, inner: unknown, field: string): unknown => {
    const { properties, items, ...marks } = (at ?? {}) as Schema;
    if (inner === undefined || inner === null) return inner;
    if (marks['x-private'] === true) {
      const key = newKey();
      texts.set(key, { field, body: inner });
      return key;
    }
    if (Array.isArray(inner)) return inner.map((member, index) => walk(items, member, `${field}/${index}`));
    if (typeof inner !== 'object' || !properties) return inner;
    const members = Object.entries(inner).map(([name, member]) => [
      name,
      walk(properties[name], member, `${field}/${name}`),
    ]);
    return Object.fromEntries(members) as Record<string, unknown>;
  };
  return { valueWithKeys: walk(schema, value, ''), texts };
}

/** Every text key in a value, at any depth. */
export function textKeysIn(value: unknown): string[] {
  if (isTextKey(value)) return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textKeysIn);
}

/** Replaces each text key by its text, or by null when the text is not stored yet or was deleted. */
export function restoreTexts(value: unknown, texts: ReadonlyMap<string, unknown>): unknown {
  if (isTextKey(value)) return texts.get(value) ?? null;
  if (Array.isArray(value)) return value.map((member) => restoreTexts(member, texts));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, restoreTexts(member, texts)]));
}
