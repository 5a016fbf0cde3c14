/** How a field is filled in. `lines` is a list of texts, one a line. */
export type FieldKind = 'long-text' | 'text' | 'number' | 'date' | 'choice' | 'yes-no' | 'lines' | 'proof' | 'unknown';

/** What a form reads of a field's JSON Schema. */
interface FieldSchema {
  readonly type?: string;
  readonly title?: string;
  readonly description?: string;
  readonly format?: string;
  readonly enum?: readonly (string | number)[];
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  readonly formatMinimum?: string;
  readonly formatMaximum?: string;
  readonly items?: FieldSchema;
  readonly properties?: Readonly<Record<string, FieldSchema>>;
  readonly required?: readonly string[];
  readonly 'x-labels'?: Readonly<Record<string, string>>;
  readonly 'x-amount'?: string;
  /** Where the choices of a list are asked for. */
  readonly 'x-choices'?: string;
}

export interface FormField {
  /** JSON Pointer into what is sent: `/data/hours`. */
  readonly pointer: string;
  readonly title: string;
  readonly kind: FieldKind;
  readonly isRequired: boolean;
  readonly schema: FieldSchema;
}

/** What people have written, by pointer. */
export type FormValues = Readonly<Record<string, string>>;

const LONGEST_LINE = 200;

/**
 * The fields of a command's `input`, in order; what stands in an object within it is a field too. What nobody has to give and a form
 * cannot ask for is left out.
 */
export function fieldsOf(input: object | undefined, under = ''): readonly FormField[] {
  const { properties = {}, required = [] } = (input ?? {}) as FieldSchema;
  return Object.entries(properties).flatMap(([name, schema]): readonly FormField[] => {
    const pointer = `${under}/${name}`;
    if (schema.type === 'object' && schema.properties) return fieldsOf(schema, pointer);
    const title = schema.title ?? name;
    const isRequired = required.includes(name);
    const kind = kindOf(schema);
    return kind === 'unknown' && !isRequired ? [] : [{ pointer, title, kind, isRequired, schema }];
  });
}

function kindOf({ type, format, enum: choices, maxLength, items, 'x-choices': asked }: FieldSchema): FieldKind {
  if (asked !== undefined) return 'proof';
  if (choices) return 'choice';
  if (type === 'boolean') return 'yes-no';
  if (type === 'number' || type === 'integer') return 'number';
  if (type === 'string' && format === 'date') return 'date';
  if (type === 'string') return maxLength !== undefined && maxLength <= LONGEST_LINE ? 'text' : 'long-text';
  return type === 'array' && items?.type === 'string' ? 'lines' : 'unknown';
}

/** What is filled in from the start. A yes or no is always for people to say. */
export const startValues = (fields: readonly FormField[]): FormValues =>
  Object.fromEntries(
    fields.flatMap(({ pointer, kind, schema }) =>
      schema.default === undefined || kind === 'yes-no' ? [] : [[pointer, String(schema.default as string | number)]],
    ),
  );

/** The values as they are sent, object in object; what is empty is left out. */
export function bodyOf(fields: readonly FormField[], values: FormValues): Record<string, unknown> {
  const body: Record<string, unknown> = {};
  for (const field of fields) {
    const written = (values[field.pointer] ?? '').trim();
    if (written === '') continue;
    const path = field.pointer.slice(1).split('/');
    const last = path.pop() ?? '';
    let place = body;
    for (const name of path) place = (place[name] ??= {}) as Record<string, unknown>;
    place[last] = valueOf(field, written);
  }
  return body;
}

function valueOf({ kind, schema }: FormField, written: string): unknown {
  switch (kind) {
    case 'number':
      return numberIn(written);
    case 'yes-no':
      return written === 'true';
    case 'choice':
      return schema.type === 'integer' || schema.type === 'number' ? Number(written) : written;
    case 'proof':
      return JSON.parse(written) as unknown;
    case 'lines':
      return written.split('\n').flatMap((line) => line.trim() || []);
    default:
      return written;
  }
}

/** Reads «1 200 000,50». NaN for what is no number. */
export const numberIn = (written: string): number => Number(written.replace(/[\s\u00a0.]/g, '').replace(',', '.'));

/** Lays an object over another, object by object. */
export function laidOver(body: object, values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const result: Record<string, unknown> = { ...body };
  for (const [name, value] of Object.entries(values)) {
    const below = result[name];
    result[name] = isObject(below) && isObject(value) ? laidOver(below, value) : value;
  }
  return result;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
