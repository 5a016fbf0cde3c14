import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.js';
import { useClock, useNow } from '../../api/clock.js';
import { localDateOf, shortDay, timeOfDay } from '../../words/dates.js';
import { morningOf } from './morning-of.js';

const HOUR_MS = 3_600_000;
const TICK_MS = 250;
const MINUTE_S = 60;

/** Where the clock of the demonstration stands, and waiting until it has come further. It cannot be moved, and the page says so. */
export function SkipForward(): ReactNode {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { speed } = useClock();
  const [until, setUntil] = useState<Date>();
  const now = useTickingNow(speed > 1);
  const isThere = until !== undefined && now >= until;
  useEffect(() => {
    if (isThere) void client.invalidateQueries();
  }, [client, isThere]);
  const at = now.toISOString();
  const words = { day: shortDay(at, now), time: timeOfDay(at) };
  return (
    <section className="block" aria-labelledby="forward">
      <h2 id="forward">{t('tour.forward')}</h2>
      <p className="tour__clock">
        {t('tour.clock', {
          ...words,
          speed: speed === 1 ? t('tour.clockReal') : t('tour.clockFast', { count: speed }),
        })}
      </p>
      <p>{t(speed === 1 ? 'tour.forwardReal' : 'tour.forwardLead')}</p>
      {speed > 1 && (!until || isThere) && <Choices now={now} speed={speed} onChoose={setUntil} />}
      {until && !isThere && (
        <div className="block">
          <p>{t('tour.waiting', { day: shortDay(until.toISOString(), now), time: timeOfDay(until.toISOString()) })}</p>
          <button type="button" className="ds-button" data-variant="secondary" onClick={() => setUntil(undefined)}>
            {t('tour.stop')}
          </button>
        </div>
      )}
      <p role="status">{isThere && t('tour.arrived', words)}</p>
    </section>
  );
}

/** Domain time, drawn anew as it goes when it goes fast. */
function useTickingNow(isFast: boolean): Date {
  const [, tick] = useState(0);
  useEffect(() => {
    if (!isFast) return;
    const timer = setInterval(() => tick((count) => count + 1), TICK_MS);
    return () => clearInterval(timer);
  }, [isFast]);
  return useNow();
}

interface ChoicesProps {
  readonly now: Date;
  readonly speed: number;
  readonly onChoose: (until: Date) => void;
}

function Choices({ now, speed, onChoose }: ChoicesProps): ReactNode {
  const { t } = useTranslation();
  const today = localDateOf(now);
  const { data: nextDay } = useQuery({
    queryKey: ['next-working-day', today],
    queryFn: async () =>
      (
        await answerOf(
          api.GET('/api/v1/calendar/add', {
            params: { query: { from: today, count: '1', calendar: 'WORKING_DAYS_EEA' } },
          }),
        )
      ).date,
  });
  const waitFor = (ms: number): string => {
    const seconds = Math.max(1, Math.round(ms / 1000 / speed));
    return seconds < 2 * MINUTE_S
      ? t('tour.seconds', { count: seconds })
      : t('tour.minutes', { count: Math.round(seconds / MINUTE_S) });
  };
  const morning = nextDay === undefined ? undefined : morningOf(nextDay);
  return (
    <div className="actions">
      <button
        type="button"
        className="ds-button"
        data-variant="secondary"
        onClick={() => onChoose(new Date(now.getTime() + HOUR_MS))}
      >
        {t('tour.oneHour', { wait: waitFor(HOUR_MS) })}
      </button>
      {morning && (
        <button type="button" className="ds-button" data-variant="secondary" onClick={() => onChoose(morning)}>
          {t('tour.nextDay', {
            day: shortDay(morning.toISOString(), now),
            wait: waitFor(morning.getTime() - now.getTime()),
          })}
        </button>
      )}
    </div>
  );
}
