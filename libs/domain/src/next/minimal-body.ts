import type { ObjectSchema, PropertySchema } from './proposed-step.js';

type Json = Record<string, unknown>;

/**
 * The smallest object that satisfies a schema: each required property with its default, first enum value or first
 * example.
 */
export function minimalBody(schema: ObjectSchema): Json {
  return Object.fromEntries(schema.required.map((name) => [name, valueOf(schema.properties[name] ?? {})]));
}

function valueOf(schema: PropertySchema): unknown {
  if ('const' in schema) return schema.const;
  if ('default' in schema) return schema.default;
  if (Array.isArray(schema.enum)) return schema.enum[0];
  if (Array.isArray(schema.examples)) return schema.examples[0];
  if (schema.type === 'object')
    return minimalBody({ required: [], properties: {}, ...schema } as unknown as ObjectSchema);
  throw new Error(`nothing to fill in for ${JSON.stringify(schema)}`);
}

/** Merges `input` into `body`, nested objects too; arrays and other values replace. */
export function deepMerge(body: Json, input: Json): Json {
  const merged: Json = { ...body };
  for (const [name, value] of Object.entries(input)) {
    const existing = merged[name];
    merged[name] = isObject(existing) && isObject(value) ? deepMerge(existing, value) : value;
  }
  return merged;
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
