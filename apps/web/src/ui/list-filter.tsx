import { Field, Input, Label, Select } from '@digdir/designsystemet-react';
import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import './list-filter.css';

const PAUSE_MS = 300;

interface FilterTextProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string | undefined) => void;
}

/** Asks when one has stopped writing for a moment. */
export function FilterText({ label, value, onChange }: FilterTextProps): ReactNode {
  const [written, setWritten] = useState(value);
  useEffect(() => {
    if (written.trim() === value) return;
    const timer = setTimeout(() => onChange(written.trim() || undefined), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [written, value, onChange]);
  return (
    <Field data-size="sm">
      <Label>{label}</Label>
      <Input type="search" value={written} onChange={(event) => setWritten(event.target.value)} />
    </Field>
  );
}

interface FilterChoiceProps {
  readonly label: string;
  /** What is shown when nothing is chosen. */
  readonly none?: string;
  readonly value: string | undefined;
  readonly choices: readonly (readonly [string, string])[];
  readonly onChange: (value: string | undefined) => void;
}

export function FilterChoice({ label, none, value = '', choices, onChange }: FilterChoiceProps): ReactNode {
  const { t } = useTranslation();
  return (
    <Field data-size="sm">
      <Label>{label}</Label>
      <Select value={value} onChange={(event) => onChange(event.target.value || undefined)}>
        <Select.Option value="">{none ?? t('lists.all')}</Select.Option>
        {choices.map(([code, words]) => (
          <Select.Option key={code} value={code}>
            {words}
          </Select.Option>
        ))}
      </Select>
    </Field>
  );
}
