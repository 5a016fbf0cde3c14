import { Button } from '@digdir/designsystemet-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode, RefObject, SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { keepDraft, readDraft } from './drafts.js';
import { FaultList } from './fault-list.js';
import { errorsIn } from './field-errors.js';
import { SchemaField } from './schema-field.js';
import { bodyOf, fieldsOf, startValues } from './schema-fields.js';
import type { FormField, FormValues } from './schema-fields.js';
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

/**
 * A form made from a JSON Schema. Its button is never grey: with one thing missing it leads to that field, with several to a list of them.
 * What nobody has touched follows the schema: a form left open over night says the new day.
 */
export function DrawnForm({
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
  const [written, setWritten] = useState<FormValues>(() => readDraft(draftKey) ?? {});
  const values = { ...startValues(fields), ...written };
  const [tries, setTries] = useState(0);
  const form = useRef<HTMLFormElement>(null);
  useFocusInside(form);
  const found = tries > 0 ? errorsIn(fields, values, today, t) : {};
  const refused = refusedPointers.map((pointer) => [fieldAt(fields, pointer)?.pointer ?? pointer, t('form.notTaken')]);
  const errors = { ...(Object.fromEntries(refused) as Record<string, string>), ...found };

  const change = (pointer: string, value: string): void => {
    const changed = { ...written, [pointer]: value };
    setWritten(changed);
    keepDraft(draftKey, changed);
  };
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (isBusy) return;
    setTries(tries + 1);
    const wrong = Object.keys(errorsIn(fields, values, today, t));
    if (wrong.length === 0) return onSubmit(bodyOf(fields, values, today));
    if (wrong.length === 1) requestAnimationFrame(() => focusField(form.current, wrong[0]));
  };
  const cancelOnEscape = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && !event.defaultPrevented) onCancel();
  };
  return (
    <form ref={form} className="schema-form" noValidate onSubmit={submit} onKeyDown={cancelOnEscape}>
      <FaultList key={tries} faults={Object.entries(found)} onFollow={(pointer) => focusField(form.current, pointer)} />
      {fields.map((field) => (
        <SchemaField
          key={field.pointer}
          field={field}
          value={values[field.pointer] ?? ''}
          today={today}
          errors={errors}
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

/** The field that a pointer of the server is into. */
const fieldAt = (fields: readonly FormField[], pointer: string): FormField | undefined =>
  fields.find((field) => pointer === field.pointer || pointer.startsWith(`${field.pointer}/`));

const focusField = (form: HTMLFormElement | null, pointer = ''): void =>
  form
    ?.querySelector<HTMLElement>(`[data-pointer="${CSS.escape(pointer)}"]`)
    ?.querySelector<HTMLElement>('input:not([type="hidden"]), textarea, select, button')
    ?.focus();

/** A form takes focus when it opens: its first field, or its button when there is nothing to fill in. */
function useFocusInside(form: RefObject<HTMLFormElement | null>): void {
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('input, textarea, select, button')?.focus();
  }, [form]);
}
