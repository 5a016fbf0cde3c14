import { Button } from '@digdir/designsystemet-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode, SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { TFunction } from 'i18next';
import { keepDraft, readDraft } from './drafts.js';
import { SchemaField } from './schema-field.js';
import { bodyOf, fieldsOf, numberIn, startValues } from './schema-fields.js';
import type { FormField, FormValues } from './schema-fields.js';
import { dateIn } from './written-date.js';
import './form.css';

export interface SchemaFormProps {
  /** A JSON Schema: what is to be filled in. */
  readonly input: object | undefined;
  /** Where what is written is kept until it is sent. */
  readonly draftKey: string;
  readonly submitLabel: string;
  readonly today: string;
  readonly isBusy: boolean;
  /** Pointers of fields that the server did not take. */
  readonly refusedPointers?: readonly string[];
  readonly onSubmit: (values: Record<string, unknown>) => void;
  readonly onCancel: () => void;
  /** Said below the buttons: a refusal, why the date is as it is. */
  readonly children?: ReactNode;
}

/** A form made from a JSON Schema. Its button is never grey: with something missing it leads to the first such field. */
export function SchemaForm({
  input,
  draftKey,
  submitLabel,
  today,
  isBusy,
  refusedPointers = [],
  onSubmit,
  onCancel,
  children,
}: SchemaFormProps): ReactNode {
  const { t } = useTranslation();
  const fields = useMemo(() => fieldsOf(input), [input]);
  const [values, setValues] = useState<FormValues>(() => ({ ...startValues(fields), ...readDraft(draftKey) }));
  const [isTried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useFocusInside(form);
  const errors = isTried ? errorsIn(fields, values, today, t) : {};
  for (const pointer of refusedPointers) errors[pointer] ??= t('form.notTaken');

  const change = (pointer: string, value: string): void => {
    const changed = { ...values, [pointer]: value };
    setValues(changed);
    keepDraft(draftKey, changed);
  };
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (isBusy) return;
    setTried(true);
    if (Object.keys(errorsIn(fields, values, today, t)).length === 0)
      return onSubmit(bodyOf(fields, withDates(fields, values, today)));
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  };
  const cancelOnEscape = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') onCancel();
  };
  return (
    <form ref={form} className="schema-form" noValidate onSubmit={submit} onKeyDown={cancelOnEscape}>
      {fields.map((field) => (
        <SchemaField
          key={field.pointer}
          field={field}
          value={values[field.pointer] ?? ''}
          today={today}
          error={errors[field.pointer]}
          onChange={(value) => change(field.pointer, value)}
        />
      ))}
      <div className="schema-form__do">
        <Button type="submit" aria-busy={isBusy}>
          {isBusy ? t('form.saving') : submitLabel}
        </Button>
        <Button type="button" variant="tertiary" onClick={onCancel}>
          {t('form.cancel')}
        </Button>
      </div>
      {children}
    </form>
  );
}

/** A form takes focus when it opens: its first field, or its button when there is nothing to fill in. */
function useFocusInside(form: React.RefObject<HTMLFormElement | null>): void {
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('input, textarea, select, button')?.focus();
  }, [form]);
}

const withDates = (fields: readonly FormField[], values: FormValues, today: string): FormValues => ({
  ...values,
  ...Object.fromEntries(
    fields.flatMap(({ kind, pointer }) => {
      const date = kind === 'date' ? dateIn(values[pointer] ?? '', today) : undefined;
      return date === undefined ? [] : [[pointer, date]];
    }),
  ),
});

/** What is missing or cannot be read, by pointer. The server looks again. */
function errorsIn(
  fields: readonly FormField[],
  values: FormValues,
  today: string,
  t: TFunction,
): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const field of fields) {
    const error = errorOf(field, (values[field.pointer] ?? '').trim(), today, t);
    if (error !== undefined) errors[field.pointer] = error;
  }
  return errors;
}

function errorOf(
  { kind, title, isRequired, schema }: FormField,
  written: string,
  today: string,
  t: TFunction,
): string | undefined {
  if (written === '') {
    if (!isRequired) return undefined;
    return kind === 'choice' || kind === 'yes-no' ? t('form.missingChoice', { title }) : t('form.missing', { title });
  }
  if (kind === 'number') {
    const number = numberIn(written);
    if (Number.isNaN(number)) return t('form.noNumber');
    if (schema.minimum !== undefined && number < schema.minimum) return t('form.atLeast', { number: schema.minimum });
    if (schema.maximum !== undefined && number > schema.maximum) return t('form.atMost', { number: schema.maximum });
  }
  if (kind === 'date') {
    const date = dateIn(written, today);
    if (date === undefined) return t('form.noDate');
    if (schema.formatMinimum !== undefined && date < schema.formatMinimum) return t('form.tooEarly');
    if (schema.formatMaximum !== undefined && date > schema.formatMaximum) return t('form.tooLate');
  }
  return undefined;
}
