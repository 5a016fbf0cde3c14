import { Button, Field, Input, Label, Select, Textarea, ValidationMessage } from '@digdir/designsystemet-react';
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CHANNELS } from './intake-draft.js';
import type { IntakeDraft, IntakeFaults, IntakeField } from './intake-draft.js';
import { OrganisationField } from './organisation-field.js';
import { usePlaces, useTakers } from './places.js';

interface IntakeFormProps {
  readonly draft: IntakeDraft;
  readonly faults: IntakeFaults;
  readonly isBusy: boolean;
  readonly onChange: (change: Partial<IntakeDraft>) => void;
  /** @param isGiven  the case goes on to somebody at once. */
  readonly onSubmit: (isGiven: boolean) => void;
  readonly children: ReactNode;
}

export function IntakeForm({ draft, faults, isBusy, onChange, onSubmit, children }: IntakeFormProps): ReactNode {
  const { t } = useTranslation();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  const text = (field: IntakeField) => ({
    value: draft[field],
    fault: faults[field] && t(`intake.fault.${faults[field]}`),
    onChange: (value: string) => onChange({ [field]: value }),
  });
  return (
    <form
      ref={form}
      className="card card--padded intake__form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit(false);
      }}
    >
      <div className="intake__pair">
        <TextField label={t('intake.name')} isRequired {...text('name')} />
        <TextField label={t('intake.phone')} isRequired type="tel" {...text('phone')} />
      </div>
      <OrganisationField
        name={draft.organisation}
        number={draft.number}
        isNumberRefused={faults.number !== undefined}
        onChange={({ name, number }) => onChange({ organisation: name, number })}
      />
      <TextField label={t('intake.about')} hint={t('intake.aboutHint')} isRequired {...text('title')} />
      <TextField label={t('intake.more')} isLong {...text('description')} />
      <div className="intake__pair">
        <PlaceField draft={draft} fault={faults.place && t('intake.fault.place')} onChange={onChange} />
        <GiveToField draft={draft} fault={faults.to && t('intake.fault.to')} onChange={onChange} />
      </div>
      <div className="intake__pair intake__pair--low">
        <TextField label={t('intake.email')} hint={t('intake.emailHint')} type="email" {...text('email')} />
        <Field data-size="sm">
          <Label>{t('intake.channel')}</Label>
          <Select
            value={draft.channel}
            onChange={(event) => onChange({ channel: event.target.value as IntakeDraft['channel'] })}
          >
            {CHANNELS.map((channel) => (
              <Select.Option key={channel} value={channel}>
                {t(`intake.channels.${channel}`)}
              </Select.Option>
            ))}
          </Select>
        </Field>
      </div>
      <div className="schema-form__do">
        <Button type="submit" aria-busy={isBusy}>
          {isBusy ? t('form.saving') : t('intake.open')}
        </Button>
        <Button type="button" variant="secondary" onClick={() => onSubmit(true)}>
          {t('intake.openAndGive')}
        </Button>
      </div>
      {children}
    </form>
  );
}

interface TextFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly fault: string | undefined;
  readonly isRequired?: boolean;
  readonly isLong?: boolean;
  readonly type?: 'text' | 'tel' | 'email';
  readonly onChange: (value: string) => void;
}

function TextField(props: TextFieldProps): ReactNode {
  const { label, hint, value, fault, isRequired = false, isLong = false, type = 'text', onChange } = props;
  const { t } = useTranslation();
  const shared = { value, 'aria-invalid': fault !== undefined, 'aria-required': isRequired, autoComplete: 'off' };
  return (
    <Field data-size="sm">
      <Label>
        {label} {!isRequired && <span className="soft">{t('form.optional')}</span>}
      </Label>
      {hint && <Field.Description>{hint}</Field.Description>}
      {isLong ? (
        <Textarea {...shared} rows={3} maxLength={10_000} onChange={(event) => onChange(event.target.value)} />
      ) : (
        <Input {...shared} type={type} onChange={(event) => onChange(event.target.value)} />
      )}
      {fault && <ValidationMessage>{fault}</ValidationMessage>}
    </Field>
  );
}

interface ChoiceProps {
  readonly draft: IntakeDraft;
  readonly fault: string | undefined;
  readonly onChange: (change: Partial<IntakeDraft>) => void;
}

/** An area leads to its unit, and to whoever answers for it. */
function PlaceField({ draft, fault, onChange }: ChoiceProps): ReactNode {
  const { t } = useTranslation();
  const { areas = [], units = [] } = usePlaces() ?? {};
  const choose = (place: string): void =>
    onChange({ place, to: areas.find(({ value }) => value === place)?.contact ?? '' });
  return (
    <Field data-size="sm">
      <Label>{t('intake.place')}</Label>
      <Select value={draft.place} aria-invalid={fault !== undefined} onChange={(event) => choose(event.target.value)}>
        <Select.Option value="">{t('intake.noPlace')}</Select.Option>
        {[
          { label: t('intake.areas'), places: areas },
          { label: t('intake.units'), places: units },
        ].map(({ label, places }) => (
          <Select.Optgroup key={label} label={label}>
            {places.map(({ value, name }) => (
              <Select.Option key={value} value={value}>
                {name}
              </Select.Option>
            ))}
          </Select.Optgroup>
        ))}
      </Select>
      {fault && <ValidationMessage>{fault}</ValidationMessage>}
    </Field>
  );
}

function GiveToField({ draft, fault, onChange }: ChoiceProps): ReactNode {
  const { t } = useTranslation();
  const { areas = [], units = [] } = usePlaces() ?? {};
  const takers = useTakers([...areas, ...units].find(({ value }) => value === draft.place)?.unit);
  return (
    <Field data-size="sm">
      <Label>{t('intake.to')}</Label>
      <Select
        value={draft.to}
        aria-invalid={fault !== undefined}
        onChange={(event) => onChange({ to: event.target.value })}
      >
        <Select.Option value="">{t(draft.place ? 'intake.nobodyYet' : 'intake.placeFirst')}</Select.Option>
        {takers.map(({ id, name }) => (
          <Select.Option key={id} value={id}>
            {name}
          </Select.Option>
        ))}
      </Select>
      {fault && <ValidationMessage>{fault}</ValidationMessage>}
    </Field>
  );
}
