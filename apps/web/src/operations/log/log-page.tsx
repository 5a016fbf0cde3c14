import { Button, Field, Input, Label, ValidationMessage } from '@digdir/designsystemet-react';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.js';
import { useNow } from '../../api/clock.js';
import { activePeopleQuery } from '../../api/register.js';
import { AsyncView } from '../../ui/async-view.js';
import { dateIn, inDigits } from '../../ui/form/written-date.js';
import { FilterChoice, FilterText } from '../../ui/list-filter.js';
import { localDateOf } from '../../words/dates.js';
import { LOG_KINDS } from './log-filter.js';
import type { LogFilter } from './log-filter.js';
import { LogTable } from './log-table.js';

const route = getRouteApi('/admin/logg');

/** The audit log, newest first. The address holds the view. */
export function LogPage(): ReactNode {
  const { t } = useTranslation();
  const filter = route.useSearch();
  const { hva, av, gjelder, fra, til } = filter;
  const days = { ...(fra && { from: fra }), ...(til && { to: til }) };
  const query = useInfiniteQuery({
    queryKey: ['audit', filter],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam: cursor }) =>
      answerOf(
        api.GET('/api/v1/audit', {
          params: {
            query: {
              limit: '50',
              ...days,
              ...(hva && { kind: hva }),
              ...(av && { by: av }),
              ...(gjelder && { subject: gjelder }),
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
      <h2>{t('admin.place.log')}</h2>
      <p className="lead soft">{t('log.lead')}</p>
      <Filters filter={filter} />
      <div className="actions log-export">
        <Button asChild variant="secondary" data-size="sm">
          <a href={`/api/v1/audit/export?${new URLSearchParams(days).toString()}`} download>
            {t('log.export')}
          </a>
        </Button>
        <span className="soft small">{t('log.exportNote')}</span>
      </div>
      <AsyncView query={query}>
        {({ pages }) => {
          const entries = pages.flatMap(({ items }) => items);
          return entries.length === 0 ? (
            <p>{t('admin.none')}</p>
          ) : (
            <>
              <LogTable entries={entries} />
              {query.hasNextPage && (
                <Button
                  variant="secondary"
                  aria-busy={query.isFetchingNextPage}
                  onClick={() => void query.fetchNextPage()}
                >
                  {t('admin.more')}
                </Button>
              )}
            </>
          );
        }}
      </AsyncView>
    </>
  );
}

function Filters({ filter }: { readonly filter: LogFilter }): ReactNode {
  const { t } = useTranslation();
  const navigate = route.useNavigate();
  const { data: people = [] } = useQuery(activePeopleQuery);
  const set = (change: Partial<Record<keyof LogFilter, string | undefined>>): void =>
    void navigate({ search: { ...filter, ...change } as LogFilter, replace: true });
  return (
    <form
      className="list-filter"
      role="search"
      aria-label={t('log.filters')}
      onSubmit={(event) => event.preventDefault()}
    >
      <FilterChoice
        label={t('log.kind')}
        value={filter.hva}
        choices={LOG_KINDS.map((kind) => [kind, t(`log.kinds.${kind}`)])}
        onChange={(hva) => set({ hva })}
      />
      <FilterChoice
        label={t('log.by')}
        value={filter.av}
        choices={people.map(({ id, name }) => [id, name])}
        onChange={(av) => set({ av })}
      />
      <FilterText label={t('log.subject')} value={filter.gjelder ?? ''} onChange={(gjelder) => set({ gjelder })} />
      <DayField label={t('log.fromDay')} value={filter.fra} onChange={(fra) => set({ fra })} />
      <DayField label={t('log.toDay')} value={filter.til} onChange={(til) => set({ til })} />
    </form>
  );
}

interface DayFieldProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
}

/** A date as people write it; what is no date is said, and changes nothing. */
function DayField({ label, value, onChange }: DayFieldProps): ReactNode {
  const { t } = useTranslation();
  const today = localDateOf(useNow());
  const [written, setWritten] = useState(value === undefined ? '' : inDigits(value));
  const [isWrong, setWrong] = useState(false);
  const read = (): void => {
    const date = dateIn(written, today, true);
    setWrong(written.trim() !== '' && date === undefined);
    if (written.trim() === '') onChange(undefined);
    else if (date !== undefined) {
      setWritten(inDigits(date));
      onChange(date);
    }
  };
  return (
    <Field data-size="sm">
      <Label>{label}</Label>
      <Input
        value={written}
        autoComplete="off"
        size={11}
        aria-invalid={isWrong}
        onChange={(event) => setWritten(event.target.value)}
        onBlur={read}
      />
      {isWrong && <ValidationMessage>{t('log.badDate')}</ValidationMessage>}
    </Field>
  );
}
