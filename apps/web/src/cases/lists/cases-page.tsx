import { Button, Field, Input, Label, Select } from '@digdir/designsystemet-react';
import { useInfiniteQuery, keepPreviousData } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../access/me.js';
import { answerOf, api } from '../../api/client.js';
import type { Schemas } from '../../api/client.js';
import { useNow } from '../../api/clock.js';
import { AsyncView } from '../../ui/async-view.js';
import { lastDayOf, shortDay } from '../../words/dates.js';
import { PHASES, SORTS, WAITING } from './case-filter.js';
import type { CaseFilter } from './case-filter.js';
import './lists.css';

type Row = Schemas['CollaborationRow'];

const route = getRouteApi('/saker');
const PAUSE_MS = 300;

/** All cases that the reader may see. The address holds the view. */
export function CasesPage(): ReactNode {
  const { t } = useTranslation();
  const filter = route.useSearch();
  const { user } = useMe();
  const query = useInfiniteQuery({
    queryKey: ['cases', filter],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam: cursor }) =>
      answerOf(
        api.GET('/api/v1/collaborations', {
          params: {
            query: {
              limit: '50',
              total: 'true',
              ...(filter.fase && { phase: filter.fase }),
              ...(filter.venter && { waitingFor: filter.venter }),
              ...(filter.fast && { stuck: 'true' as const }),
              ...(filter.mine && { owner: user }),
              ...(filter.q && { q: filter.q }),
              sort: filter.sort ?? '-number',
              ...(cursor !== undefined && { cursor }),
            },
          },
        }),
      ),
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <div className="page-head">
        <h1>{t('shell.cases')}</h1>
        <p className="soft" role="status">
          {query.data?.pages[0]?.total != null && t('lists.count', { count: query.data.pages[0].total })}
        </p>
      </div>
      <Filters filter={filter} />
      <AsyncView query={query}>
        {({ pages }) => {
          const rows = pages.flatMap(({ items }) => items);
          return rows.length === 0 ? (
            <p>{t('lists.none')}</p>
          ) : (
            <>
              <CaseTable rows={rows} />
              {query.hasNextPage && (
                <Button
                  variant="secondary"
                  aria-busy={query.isFetchingNextPage}
                  onClick={() => void query.fetchNextPage()}
                >
                  {t('timeline.more')}
                </Button>
              )}
            </>
          );
        }}
      </AsyncView>
    </>
  );
}

function Filters({ filter }: { readonly filter: CaseFilter }): ReactNode {
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

function CaseTable({ rows }: { readonly rows: readonly Row[] }): ReactNode {
  const { t } = useTranslation();
  const now = useNow();
  return (
    <div className="card table-frame">
      <table className="table table--cards">
        <caption className="hidden-text">{t('shell.cases')}</caption>
        <thead>
          <tr>
            {(['number', 'title', 'holder', 'since', 'due', 'state'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`lists.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, number, title, organisation, phase, phaseSince, owner, nextDueAt, stuck, state }) => (
            <tr key={id}>
              <td className="nowrap">{number}</td>
              <th scope="row">
                <Link to="/saker/$number" params={{ number }}>
                  {title}
                </Link>
                {organisation && <span className="table__below">{organisation.name}</span>}
              </th>
              <td>{owner.name}</td>
              <td>
                {t(`phase.${phase}`)}
                <span className="table__below">{t('relay.since', { day: shortDay(phaseSince, now) })}</span>
              </td>
              <td className="nowrap">{nextDueAt ? shortDay(lastDayOf(nextDueAt), now) : '–'}</td>
              <td>{stuck.is ? <strong className="late">{t('case.stuck')}</strong> : t(`lists.state.${state}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
