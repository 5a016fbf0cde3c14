import type { OpenApi, Schema } from './openapi-document.js';

const BY_FORMAT: Readonly<Record<string, string>> = {
  uuid: '00000000-0000-4000-8000-000000000000',
  date: '2027-02-01',
  'idn-email': 'kari@firma.example',
};

interface Described {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly examples?: readonly unknown[];
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly minItems?: number;
}

/** A body with what its schema requires, and with the rest as well when asked; values are as plain as can be. */
export function sampleBody(schema: Schema, { components }: OpenApi, whole: boolean): unknown {
  const described = schema as Described;
  const { $ref, type, format, examples, oneOf, anyOf, properties = {}, required = [], items, minItems = 0 } = described;
  const inner = (it: Schema) => sampleBody(it, { components, paths: {} }, whole);
  if ($ref !== undefined) return inner(components.schemas[$ref.split('/').at(-1) ?? ''] ?? {});
  const [chosen] = oneOf ?? anyOf ?? [];
  if (chosen) return inner(chosen);
  if (described.enum) return described.enum[0];
  if (examples) return examples[0];
  if (type === 'boolean') return true;
  if (type === 'integer' || type === 'number') return 1;
  if (type === 'array') return items && (whole || minItems > 0) ? [inner(items)] : [];
  if (type === 'string') return BY_FORMAT[format ?? ''] ?? '123';
  const names = whole ? Object.keys(properties) : required;
  return Object.fromEntries(names.map((name) => [name, inner(properties[name] ?? {})]));
}
