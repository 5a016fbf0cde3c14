import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../api/clock.js';
import { shortDay } from '../../words/dates.js';
import { eventsQuery } from './queries.js';
import type { Reader } from './queries.js';

const FIRST_SHOWN = 6;
/** How the municipality prepares a step is not what happened to her. */
const PREPARATIONS: ReadonlySet<string> = new Set(['gateOpened', 'gateReady', 'gateBlocked', 'handoverReady']);

/** What has happened, the newest first. Dates that were set and kept stand among the promises. */
export function History({ id, reader }: { readonly id: string; readonly reader: Reader }): ReactNode {
  const { t } = useTranslation();
  const now = useNow();
  const [isAllShown, showAll] = useState(false);
  const { data: events } = useQuery(eventsQuery(id, reader));
  const told = events?.filter(({ kind, type }) => kind !== 'DEADLINE' && !PREPARATIONS.has(type)) ?? [];
  const shown = isAllShown ? told : told.slice(0, FIRST_SHOWN);
  return (
    <section className="block" aria-labelledby="history">
      <h2 id="history">{t('mine.history')}</h2>
      {events && told.length === 0 && <p>{t('mine.nothingHappened')}</p>}
      <ol className="history">
        {shown.map(({ seq, text, day }) => (
          <li key={seq}>
            <time dateTime={day}>{shortDay(day, now)}</time>
            <p>{text}.</p>
          </li>
        ))}
      </ol>
      {told.length > shown.length && (
        <button type="button" className="plain-button" onClick={() => showAll(true)}>
          {t('portal.showAll')}
        </button>
      )}
    </section>
  );
}
