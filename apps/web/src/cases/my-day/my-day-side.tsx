import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { dayOfMonth } from '../../words/dates.js';
import type { Work } from './work.js';

/** What happened while the reader was away, and the keys. */
export function MyDaySide({ away, now }: { readonly away: Work['whileAway']; readonly now: Date }): ReactNode {
  const { t } = useTranslation();
  return (
    <aside className="my-day__side" aria-label={t('myDay.side')}>
      {away && (
        <section>
          <h2>{t('myDay.whileAway', { day: dayOfMonth(away.from, now) })}</h2>
          <ul>
            {away.items.map(({ collaboration: { id, number, title }, events }) => (
              <li key={id}>
                <Link to="/saker/$number" params={{ number }}>
                  {title}
                </Link>{' '}
                {t('myDay.events', { count: events.length })}
              </li>
            ))}
          </ul>
        </section>
      )}
      <section className="my-day__keys">
        <h2>{t('myDay.keys')}</h2>
        <dl className="keys soft small">
          <div>
            <dt>
              <kbd>j</kbd> <kbd>k</kbd>
            </dt>
            <dd>{t('myDay.keyNext')}</dd>
          </div>
          <div>
            <dt>
              <kbd>e</kbd>
            </dt>
            <dd>{t('myDay.keyDo')}</dd>
          </div>
        </dl>
        <p className="soft small">{t('myDay.keysWhen')}</p>
      </section>
    </aside>
  );
}
