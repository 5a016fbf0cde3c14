import { CheckmarkCircleIcon, ClockIcon, ExclamationmarkTriangleIcon } from '@navikt/aksel-icons';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../api/clock.js';
import type { Schemas } from '../../api/client.js';
import { dayOfMonth, localDateOf, longDay } from '../../words/dates.js';
import { shownPhone } from './phone.js';

/** A promise as the case and the status page have it. */
export interface ShownPromise extends Omit<Schemas['Promise'], 'text'> {
  readonly label: string;
  readonly dueOn: string;
  readonly metAt?: string;
}

const KEPT_SHOWN = 3;

/** What stands open or was missed first, by date; then what was kept, the newest first. */
export function PromiseList({
  promises,
  contact,
}: {
  readonly promises: readonly ShownPromise[];
  readonly contact: { readonly name: string; readonly phone?: string | null };
}): ReactNode {
  const { t } = useTranslation();
  const [isAllShown, showAll] = useState(false);
  if (promises.length === 0) return null;
  const kept = promises
    .filter(({ state }) => state === 'KEPT')
    .sort((a, b) => (b.metAt ?? '').localeCompare(a.metAt ?? ''));
  const open = promises.filter(({ state }) => state !== 'KEPT').sort((a, b) => a.dueOn.localeCompare(b.dueOn));
  const shown = [...open, ...(isAllShown ? kept : kept.slice(0, KEPT_SHOWN))];
  return (
    <section className="block" aria-labelledby="promises">
      <h2 id="promises">{t('portal.promises')}</h2>
      <ul className="marked-list">
        {shown.map((promise, index) => (
          <li key={index}>
            <Mark state={promise.state} />
            <div>
              <p>{promise.label}</p>
              <p className="soft small">
                <Stands promise={promise} contact={contact} />
              </p>
            </div>
          </li>
        ))}
      </ul>
      {!isAllShown && kept.length > KEPT_SHOWN && (
        <button type="button" className="plain-button" onClick={() => showAll(true)}>
          {t('portal.showAll')}
        </button>
      )}
    </section>
  );
}

function Mark({ state }: { readonly state: ShownPromise['state'] }): ReactNode {
  if (state === 'KEPT') return <CheckmarkCircleIcon aria-hidden fontSize="1.4rem" className="mark-kept" />;
  if (state === 'MISSED') return <ExclamationmarkTriangleIcon aria-hidden fontSize="1.4rem" className="mark-missed" />;
  return <ClockIcon aria-hidden fontSize="1.4rem" />;
}

interface StandsProps {
  readonly promise: ShownPromise;
  readonly contact: { readonly name: string; readonly phone?: string | null };
}

function Stands({ promise, contact }: StandsProps): ReactNode {
  const { t } = useTranslation();
  const now = useNow();
  const { state, dueOn, metAt, newDate, reason } = promise;
  const due = dayOfMonth(dueOn, now);
  switch (state) {
    case 'OPEN':
      return t('portal.promise.OPEN', { due: longDay(dueOn, now) });
    case 'PAUSED':
      return t('portal.promise.PAUSED');
    case 'KEPT':
      return t('portal.promise.KEPT', { due, met: dayOfMonth(metAt ?? dueOn, now) });
    case 'MOVED': {
      const moved = longDay(newDate ?? dueOn, now);
      return reason ? t('portal.promise.movedBecause', { moved, reason }) : t('portal.promise.MOVED', { moved });
    }
    case 'MISSED':
      return <Missed promise={promise} contact={contact} />;
  }
}

/** When it was due, what the new date is and why, and whom to call. */
function Missed({ promise: { dueOn, missedOn = dueOn, newDate, reason }, contact }: StandsProps): ReactNode {
  const { t } = useTranslation();
  const now = useNow();
  const { name, phone } = contact;
  const moved = newDate && longDay(newDate, now);
  const isMissedAgain = newDate !== undefined && newDate < localDateOf(now);
  const sentences = [
    t('portal.promise.MISSED', { due: dayOfMonth(missedOn, now) }),
    moved && t(isMissedAgain ? 'portal.promise.newDateMissed' : 'portal.promise.newDate', { moved }),
    reason && t('portal.promise.because', { reason }),
    phone && t('portal.promise.ring', { name, phone: shownPhone(phone) }),
  ];
  return <span dir="auto">{sentences.filter(Boolean).join(' ')}</span>;
}
