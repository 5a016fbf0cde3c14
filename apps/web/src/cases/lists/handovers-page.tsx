import { Button } from '@digdir/designsystemet-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.js';
import type { Schemas } from '../../api/client.js';
import { useNow } from '../../api/clock.js';
import { AsyncView } from '../../ui/async-view.js';
import { dayOfMonth } from '../../words/dates.js';
import { takerOf } from '../case/hero.js';
import { HANDOVER_VIEWS } from './handover-view.js';
import type { HandoverView } from './handover-view.js';
import './lists.css';

const route = getRouteApi('/overleveringer');

const ASKED: Readonly<Record<HandoverView, object>> = {
  'til-meg': { mine: 'to', open: 'true' },
  'fra-meg': { mine: 'from', open: 'true' },
  underveis: { open: 'true' },
  'star-fast': { stuck: 'true' },
};

/** Handovers, oldest first. The tabs are addresses. */
export function HandoversPage(): ReactNode {
  const { t } = useTranslation();
  const { vis = 'til-meg' } = route.useSearch();
  const query = useInfiniteQuery({
    queryKey: ['handovers', vis],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam: cursor }) =>
      answerOf(
        api.GET('/api/v1/handovers', {
          params: { query: { ...ASKED[vis], sort: '-age', ...(cursor !== undefined && { cursor }) } },
        }),
      ),
    getNextPageParam: ({ next }) => next ?? undefined,
  });
  return (
    <>
      <div className="page-head">
        <h1>{t('shell.handovers')}</h1>
      </div>
      <nav className="tabs" aria-label={t('lists.views')}>
        {HANDOVER_VIEWS.map((view) => (
          <Link key={view} to="/overleveringer" search={{ vis: view }} aria-current={view === vis ? 'page' : undefined}>
            {t(`lists.view.${view}`)}
          </Link>
        ))}
      </nav>
      <AsyncView query={query}>
        {({ pages }) => {
          const rows = pages.flatMap(({ items }) => items);
          return rows.length === 0 ? (
            <p>{t(`lists.noHandovers.${vis}`)}</p>
          ) : (
            <>
              <ul className="card">
                {rows.map((row) => (
                  <HandoverRow key={`${row.collaboration.id}.${row.id}`} row={row} />
                ))}
              </ul>
              {query.hasNextPage && (
                <Button variant="secondary" onClick={() => void query.fetchNextPage()}>
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

function HandoverRow({ row }: { readonly row: Schemas['HandoverRow'] }): ReactNode {
  const { t } = useTranslation();
  const now = useNow();
  const {
    id,
    collaboration,
    from,
    receivers,
    toPhase,
    state,
    ageWorkingDays,
    sentAt,
    firstSentAt,
    cause,
    nextAction,
    gaps,
  } = row;
  const isSentAgain = sentAt !== null && firstSentAt !== null && firstSentAt < sentAt;
  const params = { number: collaboration.number, handover: id };
  return (
    <li className="stuck">
      <p className="stuck__age">
        <strong>{ageWorkingDays}</strong> {t('lists.age', { count: ageWorkingDays })}
      </p>
      <div>
        <h2 className="row-title">
          <Link to="/saker/$number/overlevering/$handover" params={params}>
            {collaboration.title}
          </Link>
        </h2>
        <p className="matter__case">
          {collaboration.number} ·{' '}
          {toPhase ? t('handover.toPhase', { phase: t(`phase.${toPhase}`).toLowerCase() }) : t('handover.toUnit')} ·{' '}
          {t('lists.from', { unit: from.unitName })} · {t(`handover.state.${state}`).toLowerCase()}
          {isSentAgain && `, ${t('lists.sentAgain', { day: dayOfMonth(sentAt, now) })}`}
        </p>
        {cause && <p className="matter__note">{cause.label}</p>}
        {nextAction && <p className="matter__note">{t('lists.next', { label: nextAction.label })}</p>}
        {gaps && gaps.length > 0 && <p className="matter__note">«{gaps.join('» «')}»</p>}
      </div>
      <ul className="stuck__side">
        {receivers.map((receiver) => {
          const { unit, said } = takerOf(receiver, now, t);
          return (
            <li key={receiver.unit + receiver.person}>
              {unit} <span className="small soft">{said}</span>
            </li>
          );
        })}
      </ul>
      <div className="stuck__do">
        <Button asChild variant="secondary">
          <Link to="/saker/$number/overlevering/$handover" params={params}>
            {t('lists.open')}
          </Link>
        </Button>
      </div>
    </li>
  );
}
