import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { AnswerView, Waiting } from '../parts/answer-view.js';
import { casesQuery, workQuery } from './queries.js';
import { SignedIn } from './signed-in.js';

/** Her cases, those that wait for her first. With only one, that one opens. */
export function CaseListPage(): ReactNode {
  return <SignedIn>{() => <CaseList />}</SignedIn>;
}

function CaseList(): ReactNode {
  const { t } = useTranslation();
  const cases = useQuery(casesQuery);
  const { data: work } = useQuery(workQuery);
  const owed = work ? [...work.overdue, ...work.today, ...work.soon, ...work.later] : [];
  const waiting = (id: string): number => owed.filter(({ collaboration }) => collaboration.id === id).length;
  const only = cases.data?.length === 1 ? cases.data[0] : undefined;
  useEffect(() => {
    if (only) window.location.replace(`/p/${only.number}`);
  }, [only]);
  if (only) return <Waiting />;
  return (
    <>
      <h1>{t('mine.listTitle')}</h1>
      <AnswerView query={cases}>
        {(found) =>
          found.length === 0 ? (
            <p>{t('mine.noCases')}</p>
          ) : (
            <ul className="cards">
              {[...found]
                .sort((a, b) => waiting(b.id) - waiting(a.id) || b.openedAt.localeCompare(a.openedAt))
                .map(({ id, number, title, phase, organisation }) => (
                  <li key={id} className="card card--padded block">
                    <h2>
                      <a href={`/p/${number}`}>{title}</a>
                    </h2>
                    <p className="soft small">
                      {organisation?.name} · {t(`portal.phases.${phase}`)} · <span className="number">{number}</span>
                    </p>
                    {waiting(id) > 0 && <p>{t('mine.waiting', { count: waiting(id) })}</p>}
                  </li>
                ))}
            </ul>
          )
        }
      </AnswerView>
    </>
  );
}
