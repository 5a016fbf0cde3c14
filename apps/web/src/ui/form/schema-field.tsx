import {
  Field,
  Fieldset,
  Input,
  Label,
  Radio,
  Select,
  Textarea,
  ValidationMessage,
} from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { weekdayOf } from '../../words/dates.js';
import { ProofField } from './proof-field.js';
import type { FormField } from './schema-fields.js';
import { dateIn, inDigits } from './written-date.js';

const MOST_RADIOS = 5;

export interface SchemaFieldProps {
  readonly field: FormField;
  readonly value: string;
  readonly today: string;
  readonly error: string | undefined;
  readonly onChange: (value: string) => void;
}

/** One field of a form, by its kind. */
export function SchemaField(props: SchemaFieldProps): ReactNode {
  const { field } = props;
  if (field.kind === 'proof') return <ProofField {...props} />;
  if (field.kind === 'yes-no' || (field.kind === 'choice' && (field.schema.enum ?? []).length <= MOST_RADIOS))
    return <Radios {...props} />;
  return <LabelledField {...props} />;
}

/** An example is a description, never a placeholder: it must not vanish as one writes. */
function useDescription({ schema, kind }: FormField): string | undefined {
  const { t } = useTranslation();
  const [example] = schema.examples ?? [];
  const said = [schema.description, kind === 'lines' ? t('form.oneALine') : undefined];
  const shown = typeof example === 'string' && kind !== 'date' && [t('form.example', { example })];
  return [...said, ...(shown || [])].filter(Boolean).join(' ') || undefined;
}

function Title({ field }: { readonly field: FormField }): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      {field.title}
      {!field.isRequired && <span className="soft"> {t('form.optional')}</span>}
    </>
  );
}

function LabelledField(props: SchemaFieldProps): ReactNode {
  const { field, error } = props;
  const description = useDescription(field);
  return (
    <Field data-size="sm" className={`field field--${field.kind}`}>
      <Label>
        <Title field={field} />
      </Label>
      {description && <Field.Description>{description}</Field.Description>}
      <Control {...props} />
      <Said {...props} />
      {error && <ValidationMessage>{error}</ValidationMessage>}
    </Field>
  );
}

/** The weekday of a written date, and the unit of a number. */
function Said({ field, value, today }: SchemaFieldProps): ReactNode {
  const { t } = useTranslation();
  if (field.kind === 'number' && field.schema['x-amount'] === 'NOK')
    return <p className="field__said">{t('form.kroner')}</p>;
  const date = field.kind === 'date' ? dateIn(value, today) : undefined;
  return date ? <p className="field__said">{weekdayOf(date)}</p> : null;
}

function Control({ field, value, error, today, onChange }: SchemaFieldProps): ReactNode {
  const { t } = useTranslation();
  const shared = { value, 'aria-invalid': error !== undefined, 'aria-required': field.isRequired };
  switch (field.kind) {
    case 'choice':
      return (
        <Select {...shared} onChange={(event) => onChange(event.target.value)}>
          <Select.Option value="">{t('form.choose')}</Select.Option>
          {(field.schema.enum ?? []).map((code) => (
            <Select.Option key={code} value={String(code)}>
              {field.schema['x-labels']?.[String(code)] ?? code}
            </Select.Option>
          ))}
        </Select>
      );
    case 'date':
      return (
        <Input
          {...shared}
          value={/^\d{4}-\d{2}-\d{2}$/.test(value) ? inDigits(value) : value}
          autoComplete="off"
          onChange={(event) => onChange(event.target.value)}
          onBlur={() => onChange(dateIn(value, today) ?? value)}
        />
      );
    case 'number':
      return (
        <Input {...shared} inputMode="decimal" autoComplete="off" onChange={(event) => onChange(event.target.value)} />
      );
    case 'text':
      return <Input {...shared} autoComplete="off" onChange={(event) => onChange(event.target.value)} />;
    default:
      return <Textarea {...shared} rows={3} onChange={(event) => onChange(event.target.value)} />;
  }
}

function Radios({ field, value, error, onChange }: SchemaFieldProps): ReactNode {
  const { t } = useTranslation();
  const description = useDescription(field);
  const choices =
    field.kind === 'yes-no'
      ? [
          ['true', t('form.yes')],
          ['false', t('form.no')],
        ]
      : (field.schema.enum ?? []).map((code) => [
          String(code),
          field.schema['x-labels']?.[String(code)] ?? String(code),
        ]);
  return (
    <Fieldset data-size="sm" className="field field--radios">
      <Fieldset.Legend>
        <Title field={field} />
      </Fieldset.Legend>
      {description && <Fieldset.Description>{description}</Fieldset.Description>}
      {choices.map(([code = '', label]) => (
        <Radio
          key={code}
          name={field.pointer}
          label={label}
          value={code}
          checked={value === code}
          aria-invalid={error !== undefined}
          onChange={() => onChange(code)}
        />
      ))}
      {error && <ValidationMessage>{error}</ValidationMessage>}
    </Fieldset>
  );
}
