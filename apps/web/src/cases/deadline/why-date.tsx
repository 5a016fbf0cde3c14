import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TFunction } from 'i18next';
import { answerOf, api } from '../../api/client.js';
import type { Schemas } from '../../api/client.js';
import { dayOfMonth } from '../../words/dates.js';

interface WhyDateProps {
  readonly caseId: string;
  readonly deadline: { readonly id: string; readonly dueOn: string };
  readonly now: Date;
}

/** «Hvorfor 24. november?» A plain disclosure, which works by touch and prints. */
export function WhyDate({ caseId, deadline, now }: WhyDateProps): ReactNode {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const why = useQuery({
    queryKey: ['why', caseId, deadline.id, deadline.dueOn],
    queryFn: () =>
      answerOf(
        api.GET('/api/v1/collaborations/{id}/deadlines/{deadlineId}/why', {
          params: { path: { id: caseId, deadlineId: deadline.id } },
        }),
      ),
    enabled: isOpen,
  });
  return (
    <details className="why" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('why.title', { day: dayOfMonth(deadline.dueOn, now) })}</summary>
      <p>{why.data ? sentencesOf(why.data, now, t) : why.error ? t('state.failed') : t('state.loading')}</p>
    </details>
  );
}

/** How the date was counted, in sentences. */
function sentencesOf(
  { count, calendar, basis, skipped, paused, moved, source }: Schemas['Why'],
  now: Date,
  t: TFunction,
): string {
  const from = dayOfMonth(basis.at, now);
  const days = { day: from, count, kind: t(`why.calendar.${calendar as 'HOURS'}`, { count }) };
  return [
    count > 0 ? t('why.counted', days) : t('why.fixed', days),
    ...(skipped.length > 0
      ? [t('why.skipped', { days: skipped.map(({ date }) => dayOfMonth(date, now)).join(', ') })]
      : []),
    ...paused.map(({ from: start, to }) => t('why.paused', { from: dayOfMonth(start, now), to: dayOfMonth(to, now) })),
    ...moved.map(
      ({ from: old, to, reason }) =>
        `${t('why.moved', { from: dayOfMonth(old, now), to: dayOfMonth(to, now) })}${reason ? ` «${reason}»` : ''}`,
    ),
    ...(source ? [source.replace(/\.?$/, '.')] : [t('why.houseRule')]),
  ].join(' ');
}
