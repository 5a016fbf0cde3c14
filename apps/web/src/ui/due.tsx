import { ClockIcon, ExclamationmarkTriangleIcon, PadlockLockedIcon } from '@navikt/aksel-icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { daysUntil, shortDay } from '../words/dates.js';
import './due.css';

/** When something is due: first how far off it is, with an icon when it matters, then the date with its weekday. */
export function Due({
  on,
  now,
  isLocked = false,
}: {
  readonly on: string;
  readonly now: Date;
  readonly isLocked?: boolean;
}): ReactNode {
  const { t } = useTranslation();
  const days = daysUntil(on, now);
  const kind = isLocked ? 'locked' : days < 0 ? 'late' : days === 0 ? 'today' : 'ahead';
  const Icon = { locked: PadlockLockedIcon, late: ExclamationmarkTriangleIcon, today: ClockIcon, ahead: undefined }[
    kind
  ];
  const relative = {
    locked: t('due.locked'),
    late: t('due.late', { count: -days }),
    today: t('due.today'),
    ahead: days === 1 ? t('due.tomorrow') : t('due.ahead', { count: days }),
  }[kind];
  return (
    <div className={`due due--${kind}`}>
      <span className="due__relative">
        {Icon && <Icon aria-hidden fontSize="1.1em" />}
        {relative}
      </span>
      <time className="due__date" dateTime={on}>
        {shortDay(on, now)}
      </time>
    </div>
  );
}

/** A deadline, or a requirement, that a law or a contract sets. */
export function LegalMark({ isRequirement = false }: { readonly isRequirement?: boolean }): ReactNode {
  const { t } = useTranslation();
  return (
    <span className="legal">
      <span aria-hidden>§</span> {isRequirement ? t('due.legalRequirement') : t('due.legal')}
    </span>
  );
}
