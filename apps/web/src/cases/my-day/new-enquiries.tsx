import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.js';
import { daysUntil, shortDay } from '../../words/dates.js';

const NEW_FOR_DAYS = 7;

/** What came in this week and nobody has carried on yet: for the front line. */
export function NewEnquiries({ now }: { readonly now: Date }): ReactNode {
  const { t } = useTranslation();
  const { data } = useQuery({
    queryKey: ['cases', 'new'],
    queryFn: () =>
      answerOf(
        api.GET('/api/v1/collaborations', {
          params: { query: { phase: 'FIRST_CONTACT', state: 'OPEN', sort: '-openedAt', limit: '8' } },
        }),
      ),
  });
  if (!data) return null;
  const fresh = data.items.filter(({ openedAt }) => daysUntil(openedAt, now) >= -NEW_FOR_DAYS);
  return (
    <section>
      <h2>{t('side.enquiries')}</h2>
      {fresh.length === 0 && <p className="soft">{t('side.noEnquiries')}</p>}
      <ul className="enquiries">
        {fresh.map(({ id, number, title, organisation, openedAt }) => (
          <li key={id}>
            <Link to="/saker/$number" params={{ number }}>
              {title}
            </Link>
            <p className="soft small">
              {organisation && <>{organisation.name}. </>}
              {t('side.received', { day: shortDay(openedAt, now) })}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
