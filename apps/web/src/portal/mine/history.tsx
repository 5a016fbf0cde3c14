import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.js';
import { useNow } from '../../api/clock.js';
import { longDay, shortDay } from '../../words/dates.js';
import { eventsQuery } from './queries.js';
import type { Reader } from './queries.js';

const FIRST_SHOWN = 6;
/** How the municipality prepares a step, and that an answer is no longer needed, is not what happened to her. */
const UNTOLD: ReadonlySet<string> = new Set([
  'gateOpened',
  'gateReady',
  'gateBlocked',
  'handoverReady',
  'approvalLapsed',
]);

/** What has happened, the newest first. Dates that were set and kept stand among the promises. */
export function History({ id, reader }: { readonly id: string; readonly reader: Reader }): ReactNode {
  const { t } = useTranslation();
  const now = useNow();
  const [isAllShown, showAll] = useState(false);
  const { data: events } = useQuery({ ...eventsQuery(id, reader, isAllShown), placeholderData: keepPreviousData });
  const told = events?.found.filter(({ kind, type }) => kind !== 'DEADLINE' && !UNTOLD.has(type)) ?? [];
  const shown = isAllShown ? told : told.slice(0, FIRST_SHOWN);
  return (
    <section className="block" aria-labelledby="history">
      <h2 id="history">{t('mine.history')}</h2>
      {events && told.length === 0 && <p>{t('mine.nothingHappened')}</p>}
      <ol className="history">
        {shown.map((event) => (
          <li key={event.seq}>
            <time dateTime={event.day}>{shortDay(event.day, now)}</time>
            <div>
              <p>{event.text}.</p>
              <Said event={event} />
            </div>
          </li>
        ))}
      </ol>
      {!isAllShown && (told.length > shown.length || events?.isCut) && (
        <button type="button" className="plain-button" onClick={() => showAll(true)}>
          {t('portal.showAll')}
        </button>
      )}
    </section>
  );
}

/** What was written to her with it: why a promise was late and the new date, and what was said in a meeting. */
function Said({ event: { type, data } }: { readonly event: Schemas['Event'] }): ReactNode {
  const { t } = useTranslation();
  const now = useNow();
  if (type === 'meetingHeld' && typeof data['summary'] === 'string')
    return (
      <p className="soft" dir="auto">
        {data['summary']}
      </p>
    );
  if (type !== 'factRegistered' || data['fact'] !== 'delayExplained') return null;
  const { reason, newDate } = data['data'] as { readonly reason?: string; readonly newDate?: string };
  return (
    <p className="soft" dir="auto">
      {[reason, newDate && t('mine.newDateSet', { day: longDay(newDate, now) })].filter(Boolean).join(' ')}
    </p>
  );
}
