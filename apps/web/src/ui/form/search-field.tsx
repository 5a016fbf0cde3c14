import { EXPERIMENTAL_Suggestion as Suggestion } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Choice } from './schema-fields.js';
import './search-field.css';

interface SearchFieldProps {
  readonly value: string;
  readonly choices: readonly Choice[];
  readonly 'aria-invalid': boolean;
  readonly 'aria-required': boolean;
  readonly onChange: (value: string) => void;
}

/** One of many people or units, found by some letters of the name. */
export function SearchField({ value, choices, onChange, ...input }: SearchFieldProps): ReactNode {
  const { t } = useTranslation();
  const chosen = choices.find(({ code }) => code === value);
  return (
    <Suggestion
      selected={chosen ? { label: chosen.label, value: chosen.code } : null}
      onSelectedChange={(item) => onChange(item?.value ?? '')}
    >
      <Suggestion.Input {...input} autoComplete="off" />
      <Suggestion.Clear aria-label={t('form.clear')} />
      <Suggestion.Toggle aria-label={t('form.showChoices')} />
      <Suggestion.List singular={t('form.match')} plural={t('form.matches')}>
        <Suggestion.Empty>{t('form.noMatch')}</Suggestion.Empty>
        {choices.map(({ code, label }) => (
          <Suggestion.Option key={code} value={code} label={label}>
            {label}
          </Suggestion.Option>
        ))}
      </Suggestion.List>
    </Suggestion>
  );
}
