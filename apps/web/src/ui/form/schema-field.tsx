import {
  Checkbox,
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
import { cleanText } from './clean-text.js';
import { DateField } from './date-field.js';
import { NumberField } from './number-field.js';
import { ProofField } from './proof-field.js';
import { RowsField } from './rows-field.js';
import { SearchField } from './search-field.js';
import { choicesOf, isPastDate } from './schema-fields.js';
import type { FieldProps, FormField } from './schema-fields.js';
import { dateIn } from './written-date.js';

const MOST_RADIOS = 5;
const MOST_WITHOUT_SEARCH = 7;

/** One field of a form, by its kind. */
export function SchemaField(props: FieldProps): ReactNode {
  const { t } = useTranslation();
  const { field } = props;
  const isShort = field.kind === 'choice' && choicesOf(field).length <= MOST_RADIOS;
  if (field.kind === 'proof') return <ProofField {...props} />;
  if (field.kind === 'rows') return <RowsField {...props} Row={SchemaField} />;
  if (field.kind === 'unknown') return <p className="soft">{`${field.title}: ${t('form.cannotShow')}`}</p>;
  if (field.kind === 'yes-no' || field.kind === 'several' || isShort) return <Choices {...props} />;
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

function LabelledField(props: FieldProps): ReactNode {
  const { field, errors, value, today } = props;
  const description = useDescription(field);
  const error = errors[field.pointer];
  const date = field.kind === 'date' ? dateIn(value, today, isPastDate(field, today)) : undefined;
  return (
    <Field data-size="sm" className={`field field--${field.kind}`} data-pointer={field.pointer}>
      <Label>
        <Title field={field} />
      </Label>
      {description && <Field.Description>{description}</Field.Description>}
      <Control {...props} />
      {date && <Field.Description>{weekdayOf(date)}</Field.Description>}
      {error && <ValidationMessage>{error}</ValidationMessage>}
    </Field>
  );
}

function Control({ field, value, errors, today, onChange }: FieldProps): ReactNode {
  const { t } = useTranslation();
  const { schema, title } = field;
  const shared = { value, 'aria-invalid': field.pointer in errors, 'aria-required': field.isRequired };
  // Whoever writes from right to left sees it so.
  const words = { ...shared, dir: 'auto', onBlur: () => cleanText(value) !== value && onChange(cleanText(value)) };
  switch (field.kind) {
    case 'choice':
      return <OneOfMany field={field} shared={shared} onChange={onChange} />;
    case 'date':
      return (
        <DateField
          {...shared}
          title={title}
          today={today}
          isPast={isPastDate(field, today)}
          first={schema.formatMinimum}
          last={schema.formatMaximum}
          onChange={onChange}
        />
      );
    case 'number': {
      const suffix = schema['x-amount'] === 'NOK' ? t('form.kroner') : undefined;
      return <NumberField {...shared} isWhole={schema.type === 'integer'} suffix={suffix} onChange={onChange} />;
    }
    case 'text':
      return <Input {...words} autoComplete="off" onChange={(event) => onChange(event.target.value)} />;
    default:
      return <Textarea {...words} rows={3} onChange={(event) => onChange(event.target.value)} />;
  }
}

interface OneOfManyProps {
  readonly field: FormField;
  readonly shared: { readonly value: string; readonly 'aria-invalid': boolean; readonly 'aria-required': boolean };
  readonly onChange: (value: string) => void;
}

/** A list that opens; a long one is searched in. */
function OneOfMany({ field, shared, onChange }: OneOfManyProps): ReactNode {
  const { t } = useTranslation();
  const choices = choicesOf(field);
  if (choices.length > MOST_WITHOUT_SEARCH) return <SearchField {...shared} choices={choices} onChange={onChange} />;
  return (
    <Select {...shared} onChange={(event) => onChange(event.target.value)}>
      <Select.Option value="">{t('form.choose')}</Select.Option>
      {choices.map(({ code, label }) => (
        <Select.Option key={code} value={code}>
          {label}
        </Select.Option>
      ))}
    </Select>
  );
}

/** Choices that are all seen at once: one of them, or several. */
function Choices({ field, value, errors, onChange }: FieldProps): ReactNode {
  const { t } = useTranslation();
  const description = useDescription(field);
  const error = errors[field.pointer];
  const yesOrNo = [
    { code: 'true', label: t('form.yes') },
    { code: 'false', label: t('form.no') },
  ];
  const choices = field.kind === 'yes-no' ? yesOrNo : choicesOf(field);
  const chosen = field.kind === 'several' ? codesIn(value) : [value];
  const toggle = (code: string): void => {
    if (field.kind !== 'several') return onChange(code);
    const left = chosen.includes(code) ? chosen.filter((it) => it !== code) : [...chosen, code];
    onChange(left.length === 0 ? '' : `[${left.join(',')}]`);
  };
  const Choice = field.kind === 'several' ? Checkbox : Radio;
  return (
    <Fieldset data-size="sm" className="field field--choices" data-pointer={field.pointer}>
      <Fieldset.Legend>
        <Title field={field} />
      </Fieldset.Legend>
      {description && <Fieldset.Description>{description}</Fieldset.Description>}
      {choices.map(({ code, label }) => (
        <Choice
          key={code}
          name={field.pointer}
          label={label}
          value={code}
          checked={chosen.includes(code)}
          aria-invalid={error !== undefined}
          onChange={() => toggle(code)}
        />
      ))}
      {choices.length === 0 && <p className="soft">{t('form.nothingToChoose')}</p>}
      {error && <ValidationMessage>{error}</ValidationMessage>}
    </Fieldset>
  );
}

const codesIn = (value: string): readonly string[] =>
  value === '' ? [] : (JSON.parse(value) as readonly unknown[]).map((it) => JSON.stringify(it));
