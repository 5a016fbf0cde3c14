import type { TFunction } from 'i18next';
import { dayOfMonth, instantOf } from '../../words/dates.js';
import { isPastDate, rowFields, rowsIn, startValues } from './schema-fields.js';
import type { FormField, FormValues } from './schema-fields.js';
import { dateIn } from './written-date.js';
import { numberIn, writtenNumber } from './written-number.js';

/** What is wrong, by pointer. */
export type FieldErrors = Readonly<Record<string, string>>;

/** What is missing or cannot be read. The server looks again. */
export const errorsIn = (
  fields: readonly FormField[],
  values: FormValues,
  today: string,
  t: TFunction,
): Record<string, string> =>
  Object.fromEntries(fields.flatMap((field) => errorsOf(field, (values[field.pointer] ?? '').trim(), today, t)));

type Found = [pointer: string, error: string];

function errorsOf(field: FormField, written: string, today: string, t: TFunction): Found[] {
  if (field.kind === 'rows') return errorsInRows(field, written, today, t);
  const error = written === '' ? missing(field, t) : wrong(field, written, today, t);
  return error === undefined ? [] : [[field.pointer, error]];
}

function errorsInRows(field: FormField, written: string, today: string, t: TFunction): Found[] {
  const fields = rowFields(field);
  return rowsIn(written).flatMap((row, index) =>
    Object.entries(errorsIn(fields, { ...startValues(fields), ...row }, today, t)).map(([pointer, error]): Found => [
      `${field.pointer}/${index}${pointer}`,
      error,
    ]),
  );
}

const CHOSEN: readonly FormField['kind'][] = ['choice', 'yes-no', 'several'];

function missing({ kind, title, isRequired }: FormField, t: TFunction): string | undefined {
  if (!isRequired) return undefined;
  return CHOSEN.includes(kind) ? t('form.missingChoice', { title }) : t('form.missing', { title });
}

function wrong(field: FormField, written: string, today: string, t: TFunction): string | undefined {
  const { kind, schema } = field;
  if (kind === 'number') return wrongNumber(schema, numberIn(written), t);
  if (kind === 'date') return wrongDate(schema, dateIn(written, today, isPastDate(field, today)), today, t);
  if (kind === 'text' && schema.pattern !== undefined && !new RegExp(schema.pattern, 'u').test(written))
    return t('form.notTaken');
  const { length } = [...written];
  return schema.maxLength !== undefined && length > schema.maxLength
    ? t('form.tooLong', { count: schema.maxLength, length })
    : undefined;
}

type FieldSchema = FormField['schema'];

function wrongNumber({ type, minimum, maximum }: FieldSchema, number: number, t: TFunction): string | undefined {
  if (Number.isNaN(number)) return t('form.noNumber');
  if (minimum !== undefined && number < minimum) return t('form.atLeast', { number: writtenNumber(minimum) });
  if (maximum !== undefined && number > maximum) return t('form.atMost', { number: writtenNumber(maximum) });
  return type === 'integer' && !Number.isInteger(number) ? t('form.noWholeNumber') : undefined;
}

function wrongDate(
  { formatMinimum: first, formatMaximum: last }: FieldSchema,
  date: string | undefined,
  today: string,
  t: TFunction,
): string | undefined {
  if (date === undefined) return t('form.noDate');
  if (first !== undefined && date < first) return t('form.tooEarly', { day: dayOfMonth(first, instantOf(today)) });
  if (last !== undefined && date > last) return t('form.tooLate', { day: dayOfMonth(last, instantOf(today)) });
  return undefined;
}
