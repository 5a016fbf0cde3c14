import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.js';
import { daysUntil, localDateOf, shortDay } from '../../words/dates.js';

type Overview = Schemas['Overview'];

const DAYS = 90;
const DAY_MS = 86_400_000;
/** In the coordinates of the drawing. */
const WIDTH = 1000;
const MARGIN = 20;

const placeOf = (days: number): number => MARGIN + (Math.max(0, Math.min(days, DAYS)) / DAYS) * (WIDTH - 2 * MARGIN);

/** The next three months: a line for the eye, and the same dates as a list. */
export function DatesAhead({ overview, now }: { readonly overview: Overview; readonly now: Date }): ReactNode {
  const { t } = useTranslation();
  const { dates, moreDates } = overview;
  return (
    <section className="section" aria-labelledby="ahead">
      <div className="section__head">
        <h2 id="ahead">{t('overview.ahead')}</h2>
        <p className="small soft ahead__key" aria-hidden>
          <span className="ahead__dot" /> {t('overview.own')} <span className="ahead__diamond" /> {t('overview.legal')}
        </p>
      </div>
      {dates.length === 0 ? (
        <p>{t('overview.noDates')}</p>
      ) : (
        <div className="card card--padded">
          <Line dates={dates} now={now} />
          <ul className="ahead">
            {dates.map(({ collaboration, deadline, label, dueOn, effect }) => (
              <li key={`${collaboration.id}.${deadline}`}>
                <time dateTime={dueOn}>{shortDay(dueOn, now)}</time>
                <div>
                  <p>
                    {label}
                    {effect === 'LEGAL' && <span className="soft small"> ({t('overview.legal')})</span>}
                  </p>
                  <p className="soft small">
                    <Link to="/saker/$number" params={{ number: collaboration.number }} className="quiet">
                      {collaboration.organisation ?? collaboration.title}
                    </Link>
                  </p>
                </div>
              </li>
            ))}
          </ul>
          {moreDates && <p className="soft small">{t('overview.moreDates')}</p>}
        </div>
      )}
    </section>
  );
}

/** Hidden from readers of the list, which says all of it. */
function Line({ dates, now }: { readonly dates: Overview['dates']; readonly now: Date }): ReactNode {
  const { t } = useTranslation();
  return (
    <svg className="ahead__line" viewBox={`0 0 ${WIDTH} 70`} aria-hidden focusable="false">
      <line x1={MARGIN} x2={WIDTH - MARGIN} y1="24" y2="24" className="ahead__axis" />
      {monthStarts(now).map(({ day, at }) => (
        <g key={day}>
          <line x1={placeOf(at)} x2={placeOf(at)} y1="16" y2="32" className="ahead__axis" />
          <text x={placeOf(at)} y="58" textAnchor="middle">
            {shortDay(day, now).split('\u00a0').slice(1).join(' ')}
          </text>
        </g>
      ))}
      <text x={MARGIN} y="58">
        {t('due.today')}
      </text>
      {dates.map(({ collaboration, deadline, dueOn, effect }) => {
        const x = placeOf(daysUntil(dueOn, now));
        const key = `${collaboration.id}.${deadline}`;
        return effect === 'LEGAL' ? (
          <rect
            key={key}
            x={x - 8}
            y="16"
            width="16"
            height="16"
            transform={`rotate(45 ${x} 24)`}
            className="ahead__legal"
          />
        ) : (
          <circle key={key} cx={x} cy="24" r="8" className="ahead__own" />
        );
      })}
    </svg>
  );
}

/** The first and the fifteenth of the months, far enough from today that the words have room. */
function monthStarts(now: Date): readonly { readonly day: string; readonly at: number }[] {
  const nearest = 12;
  return Array.from({ length: DAYS - nearest + 1 }, (_, n) => n + nearest).flatMap((at) => {
    const day = localDateOf(new Date(now.getTime() + at * DAY_MS));
    return /-(01|15)$/.test(day) ? [{ day, at }] : [];
  });
}
