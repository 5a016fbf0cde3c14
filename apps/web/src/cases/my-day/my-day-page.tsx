import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../api/clock.js';
import { AsyncView } from '../../ui/async-view.js';
import { localDateOf, longDay, shortDay } from '../../words/dates.js';
import { workQuery } from './work.js';
import type { Work } from './work.js';

/** What the reader must do, in the order in which it must be done. */
export function MyDayPage(): ReactNode {
  const { t } = useTranslation();
  const work = useQuery(workQuery);
  const now = useNow();
  return (
    <>
      <div className="page-head">
        <h1>{t('myDay.title')}</h1>
        <p>
          <span className="page-head__date">{longDay(localDateOf(now), now)}.</span>{' '}
          {work.data && <Summary work={work.data} now={now} />}
        </p>
      </div>
      <AsyncView query={work}>{() => null}</AsyncView>
    </>
  );
}

/** The day in a sentence or two. */
function Summary({ work: { totals, soon, later }, now }: { readonly work: Work; readonly now: Date }): ReactNode {
  const { t } = useTranslation();
  const [today, overdue] = [totals.today ?? 0, totals.overdue ?? 0];
  const next = [...soon, ...later][0]?.deadline.dueOn;
  const sentences = [
    ...(today > 0 ? [t('myDay.today', { count: today })] : []),
    ...(overdue > 0 ? [t('myDay.overdue', { count: overdue })] : []),
    ...(today + overdue === 0 ? [t('myDay.nothing')] : []),
    ...(today + overdue === 0 && next ? [t('myDay.nextDue', { day: shortDay(next, now) })] : []),
  ];
  return <strong>{sentences.join(' ')}</strong>;
}
