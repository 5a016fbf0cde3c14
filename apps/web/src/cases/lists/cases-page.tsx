import { Button } from '@digdir/designsystemet-react';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../access/me.js';
import { useNow } from '../../api/clock.js';
import { AsyncView } from '../../ui/async-view.js';
import { Filters } from './case-filters.js';
import { CaseTable } from './case-table.js';
import { casesPage } from './cases-query.js';
import { CsvButton } from './csv-button.js';
import { MoveCases, MOVERS } from './move-cases.js';
import { SavedViews } from './saved-views.js';
import './lists.css';

const route = getRouteApi('/saker');
const PAGE = 50;
const NONE: ReadonlySet<string> = new Set();

/** All cases that the reader may see. The address holds the view. */
export function CasesPage(): ReactNode {
  const { t } = useTranslation();
  const filter = route.useSearch();
  const now = useNow();
  const { user, roles } = useMe();
  const [chosen, setChosen] = useState(NONE);
  const choose = useCallback(
    (id: string): void =>
      setChosen((before) => new Set(before.has(id) ? [...before].filter((it) => it !== id) : [...before, id])),
    [],
  );
  const moves = roles.some((role) => MOVERS.includes(role));
  const query = useInfiniteQuery({
    queryKey: ['cases', filter],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam: cursor }) => casesPage(filter, user, { cursor, limit: PAGE }),
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
      <div className="list-tools">
        <SavedViews filter={filter} />
        <CsvButton filter={filter} />
      </div>
      {chosen.size > 0 && <MoveCases chosen={[...chosen]} onMoved={() => setChosen(NONE)} />}
      <AsyncView query={query}>
        {({ pages }) => {
          const rows = pages.flatMap(({ items }) => items);
          return rows.length === 0 ? (
            <p>{t('lists.none')}</p>
          ) : (
            <>
              <CaseTable
                rows={rows}
                now={now}
                sort={filter.sort}
                chosen={moves ? chosen : undefined}
                onChoose={choose}
              />
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
