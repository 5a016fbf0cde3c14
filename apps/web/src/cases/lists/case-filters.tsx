import { Button } from '@digdir/designsystemet-react';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FilterChoice, FilterText } from '../../ui/list-filter.js';
import { PHASES, SORTS, WAITING } from './case-filter.js';
import type { CaseFilter } from './case-filter.js';

const route = getRouteApi('/saker');

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
      <FilterText label={t('lists.search')} value={filter.q ?? ''} onChange={(q) => set({ q })} />
      <FilterChoice
        label={t('lists.phase')}
        value={filter.fase}
        choices={PHASES.map((it) => [it, t(`phase.${it}`)])}
        onChange={(fase) => set({ fase })}
      />
      <FilterChoice
        label={t('lists.waitingFor')}
        value={filter.venter}
        choices={WAITING.map((it) => [it, t(`lists.waiting.${it}`)])}
        onChange={(venter) => set({ venter })}
      />
      <FilterChoice
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
