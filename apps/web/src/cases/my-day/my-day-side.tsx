import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../access/me.js';
import { useSettings } from '../../access/settings.js';
import { answerOf, api } from '../../api/client.js';
import { dayOfMonth, daysUntil, shortDay, timeOfDay } from '../../words/dates.js';
import { NewEnquiries } from './new-enquiries.js';
import type { Work } from './work.js';

/** What happened since yesterday and while the reader was away, for whom they act, and the keys. */
export function MyDaySide({ work, now }: { readonly work: Work; readonly now: Date }): ReactNode {
  const { t } = useTranslation();
  const { roles } = useMe();
  const { whileAway: away } = work;
  return (
    <aside className="my-day__side" aria-label={t('myDay.side')}>
      {roles.includes('mottak') && <NewEnquiries now={now} />}
      <Changes now={now} />
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
      <Substituted work={work} />
      <Keys />
    </aside>
  );
}

/** What others did in the reader's cases since the last working day. */
function Changes({ now }: { readonly now: Date }): ReactNode {
  const { t } = useTranslation();
  const { data } = useQuery({
    queryKey: ['changes'],
    queryFn: () => answerOf(api.GET('/api/v1/me/changes')),
  });
  if (!data) return null;
  const isYesterday = daysUntil(data.since, now) === -1;
  return (
    <section>
      <h2>{isYesterday ? t('side.sinceYesterday') : t('side.since', { day: dayOfMonth(data.since, now) })}</h2>
      {data.items.length === 0 && <p className="soft">{t('side.nothing')}</p>}
      <ul className="changes">
        {data.items.map(({ collaboration: { id, number, title }, seq, at, text }) => (
          <li key={`${id}.${seq}`}>
            <time dateTime={at} className="soft">
              {saidOf(at, now, t)}
            </time>
            <p>
              {text}{' '}
              <Link to="/saker/$number/tidslinje" params={{ number }} className="small">
                {title}
              </Link>
            </p>
          </li>
        ))}
      </ul>
      {data.more && <p className="soft small">{t('side.more')}</p>}
    </section>
  );
}

const saidOf = (at: string, now: Date, t: TFunction): string =>
  ({ '0': timeOfDay(at), '-1': t('side.yesterday') })[String(daysUntil(at, now))] ?? shortDay(at, now);

/** For whom the reader does something today. */
function Substituted({ work }: { readonly work: Work }): ReactNode {
  const { t } = useTranslation();
  const items = [...work.overdue, ...work.today, ...work.soon, ...work.later];
  const names = new Map<string, Set<string>>();
  for (const { for: absent, collaboration } of items) {
    if (absent) names.set(absent.name, (names.get(absent.name) ?? new Set<string>()).add(collaboration.id));
  }
  if (names.size === 0) return null;
  return (
    <section>
      <h2>{t('side.substitute')}</h2>
      {[...names].map(([name, cases]) => (
        <p key={name}>{t('side.substituteFor', { name, count: cases.size })}</p>
      ))}
    </section>
  );
}

function Keys(): ReactNode {
  const { t } = useTranslation();
  const { singleKeys } = useSettings();
  const keys = [
    { keys: ['j', 'k'], does: t('myDay.keyNext') },
    { keys: ['e'], does: t('myDay.keyDo') },
    { keys: ['u'], does: t('side.keyPutAway') },
    { keys: ['/'], does: t('side.keySearch') },
  ];
  return (
    <section className="my-day__keys">
      <h2>{t('myDay.keys')}</h2>
      <dl className="keys soft small">
        {[...(singleKeys ? keys : []), { keys: ['Ctrl K'], does: t('side.keySearch') }].map((row) => (
          <div key={row.keys.join()}>
            <dt>
              {row.keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{row.does}</dd>
          </div>
        ))}
      </dl>
      {singleKeys && <p className="soft small">{t('myDay.keysWhen')}</p>}
    </section>
  );
}
