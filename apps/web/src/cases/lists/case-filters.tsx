import { Button, Field, Input, Label, Select } from '@digdir/designsystemet-react';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PHASES, SORTS, WAITING } from './case-filter.js';
import type { CaseFilter } from './case-filter.js';

const route = getRouteApi('/saker');
const PAUSE_MS = 300;

/** What the list shows, in which order. All of it is in the address. */
export function Filters({ filter }: { readonly filter: CaseFilter }): ReactNode {
  const { t } = useTranslation();
  const navigate = route.useNavigate();
  const set = (change: Partial<Record<keyof CaseFilter, unknown>>): void =>
    void navigate({ search: { ...filter, ...change } as CaseFilter, replace: true });
  return (
    <form
      className="filters"
      role="search"
      aria-label={t('lists.filters')}
      onSubmit={(event) => event.preventDefault()}
    >
      <SearchField value={filter.q ?? ''} onChange={(q) => set({ q: q || undefined })} />
      <Choice
        label={t('lists.phase')}
        value={filter.fase}
        choices={PHASES.map((it) => [it, t(`phase.${it}`)])}
        onChange={(fase) => set({ fase })}
      />
      <Choice
        label={t('lists.waitingFor')}
        value={filter.venter}
        choices={WAITING.map((it) => [it, t(`lists.waiting.${it}`)])}
        onChange={(venter) => set({ venter })}
      />
      <Choice
        label={t('lists.sort')}
        none={t('lists.newest')}
        value={filter.sort}
        choices={SORTS.map((it) => [it, t(`lists.sorts.${it}`)])}
        onChange={(sort) => set({ sort })}
      />
      <div className="filters__switches">
        <Switch
          label={t('lists.stuck')}
          isOn={filter.fast === true}
          onChange={(on) => set({ fast: on || undefined })}
        />
        <Switch label={t('lists.mine')} isOn={filter.mine === true} onChange={(on) => set({ mine: on || undefined })} />
      </div>
    </form>
  );
}

/** Asks when one has stopped writing for a moment. */
function SearchField({
  value,
  onChange,
}: {
  readonly value: string;
  readonly onChange: (value: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  const [written, setWritten] = useState(value);
  useEffect(() => {
    if (written === value) return;
    const timer = setTimeout(() => onChange(written), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [written, value, onChange]);
  return (
    <Field data-size="sm">
      <Label>{t('lists.search')}</Label>
      <Input type="search" value={written} onChange={(event) => setWritten(event.target.value)} />
    </Field>
  );
}

interface ChoiceProps {
  readonly label: string;
  /** What is shown when nothing is chosen. */
  readonly none?: string;
  readonly value: string | undefined;
  readonly choices: readonly (readonly [string, string])[];
  readonly onChange: (value: string | undefined) => void;
}

function Choice({ label, none, value = '', choices, onChange }: ChoiceProps): ReactNode {
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

function Switch({
  label,
  isOn,
  onChange,
}: {
  readonly label: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}): ReactNode {
  return (
    <Button
      type="button"
      data-size="sm"
      variant={isOn ? 'primary' : 'secondary'}
      data-color="neutral"
      aria-pressed={isOn}
      onClick={() => onChange(!isOn)}
    >
      {label}
    </Button>
  );
}
