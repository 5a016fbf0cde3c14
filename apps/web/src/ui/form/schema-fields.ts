import { cleanText } from './clean-text.js';
import { dateIn } from './written-date.js';
import { numberIn, writtenNumber } from './written-number.js';

/**
 * How a field is filled in. `lines` is a list of texts, one a line; `several` a list of choices; `rows` a list of small forms; `proof` a
 * list of what the case has that shows something.
 */
export type FieldKind =
  'long-text' | 'text' | 'number' | 'date' | 'choice' | 'yes-no' | 'lines' | 'several' | 'rows' | 'proof' | 'unknown';

/** What a form reads of a field's JSON Schema. */
interface FieldSchema {
  readonly type?: string;
  readonly title?: string;
  readonly description?: string;
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
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

/** What people have written, by pointer; of a list, its JSON. */
export type FormValues = Readonly<Record<string, string>>;

/** What each kind of field is drawn from. */
export interface FieldProps {
  readonly field: FormField;
  readonly value: string;
  readonly today: string;
  /** What is wrong in the form, by pointer. */
  readonly errors: Readonly<Record<string, string>>;
  readonly onChange: (value: string) => void;
}

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
  if (type !== 'array' || !items) return 'unknown';
  return items.enum ? 'several' : items.properties ? 'rows' : items.type === 'string' ? 'lines' : 'unknown';
}

/** One of several values: as it stands in a form, and its words. */
export interface Choice {
  readonly code: string;
  readonly label: string;
}

const codeOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** What there is to choose among, of the field itself or for each thing in its list. */
export function choicesOf({ schema }: Pick<FormField, 'schema'>): readonly Choice[] {
  const { enum: values = [], 'x-labels': labels = {} } = schema.items ?? schema;
  return values.map(codeOf).map((code) => ({ code, label: labels[code] ?? code }));
}

/** A day that has been: today is the last that is taken. */
export const isPastDate = ({ schema: { formatMaximum } }: Pick<FormField, 'schema'>, today: string): boolean =>
  formatMaximum !== undefined && formatMaximum <= today;

/** The form of each row. */
export const rowFields = ({ schema }: FormField): readonly FormField[] => fieldsOf(schema.items);

/** What is written in each row. */
export const rowsIn = (written: string): readonly FormValues[] =>
  written === '' ? [] : (JSON.parse(written) as readonly FormValues[]);

/** What is filled in from the start. A yes or no is always for people to say; where there is one choice, it is made. */
export const startValues = (fields: readonly FormField[]): FormValues =>
  Object.fromEntries(
    fields.flatMap((field) => {
      const value = startValue(field);
      return value === undefined ? [] : [[field.pointer, value]];
    }),
  );

/** What a program would send stands as their default; people say it themselves. */
const SAID_BY_PEOPLE: readonly FieldKind[] = ['yes-no', 'rows', 'lines'];

function startValue(field: FormField): string | undefined {
  const { kind, schema, isRequired } = field;
  const [only, ...others] = kind === 'choice' && isRequired ? choicesOf(field) : [];
  if (only && others.length === 0) return only.code;
  if (schema.default === undefined || SAID_BY_PEOPLE.includes(kind)) return undefined;
  return kind === 'number' ? writtenNumber(Number(schema.default)) : codeOf(schema.default);
}

/** The values as they are sent, object in object; what is empty is left out. */
export function bodyOf(fields: readonly FormField[], values: FormValues, today: string): Record<string, unknown> {
  const body: Record<string, unknown> = {};
  for (const field of fields) {
    const written = cleanText(values[field.pointer] ?? '').trim();
    if (written === '' && !(field.kind === 'rows' && field.isRequired)) continue;
    const path = field.pointer.slice(1).split('/');
    const last = path.pop() ?? '';
    let place = body;
    for (const name of path) place = (place[name] ??= {}) as Record<string, unknown>;
    place[last] = valueOf(field, written, today);
  }
  return body;
}

function valueOf(field: FormField, written: string, today: string): unknown {
  const { kind, schema } = field;
  switch (kind) {
    case 'number':
      return numberIn(written);
    case 'yes-no':
      return written === 'true';
    case 'choice':
      return (schema.enum ?? []).find((value) => codeOf(value) === written);
    case 'date':
      return dateIn(written, today, isPastDate(field, today));
    case 'proof':
    case 'several':
      return JSON.parse(written) as unknown;
    case 'rows':
      return rowsIn(written).map((row) => rowBody(rowFields(field), row, today));
    case 'lines':
      return written.split('\n').flatMap((line) => line.trim() || []);
    default:
      return written;
  }
}

/** A choice in a row is sent as the thing that it stands for. */
const rowBody = (fields: readonly FormField[], row: FormValues, today: string): Record<string, unknown> =>
  bodyOf(fields, { ...startValues(fields), ...row }, today);

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
