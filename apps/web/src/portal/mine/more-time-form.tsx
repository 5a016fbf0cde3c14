import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode, SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.js';
import { useNow } from '../../api/clock.js';
import { localDateOf, longDay } from '../../words/dates.js';
import { SendingFailed } from '../parts/answer-view.js';
import { Choice } from '../parts/choice.js';
import { moreTimeDraft, useDraft } from '../parts/draft.js';
import { TextField } from '../parts/text-field.js';
import { dayIn } from './day-in.js';
import type { Case, Deadline } from './queries.js';
import { useCommand } from './use-command.js';

interface MoreTimeFormProps {
  readonly shown: Case;
  readonly deadline: Deadline;
  /** What she took on herself she moves; for the rest she asks. */
  readonly isOwnStep: boolean;
  readonly done: () => void;
  readonly cancel: () => void;
}

/** Working days later than it was due, offered as dates. */
const OFFERED_DAYS = [5, 10, 20];
const OTHER = 'other';

/** A later date, chosen among a few, and why. */
export function MoreTimeForm({ shown, deadline, isOwnStep, done, cancel }: MoreTimeFormProps): ReactNode {
  const { t } = useTranslation();
  const now = useNow();
  const today = localDateOf(now);
  const { data: offered = [] } = useOfferedDays(deadline.dueOn > today ? deadline.dueOn : today);
  const [chosen, choose] = useState('');
  const [other, setOther] = useState('');
  const [reason, setReason, forget] = useDraft(moreTimeDraft(shown.number, deadline.id), '');
  const [isChecked, check] = useState(false);
  const command = useCommand(shown.id, () => {
    forget();
    done();
  });
  const day = chosen === '' ? offered[0] : chosen === OTHER ? dayIn(other, today) : chosen;
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    check(true);
    if (day === undefined || reason.trim() === '' || command.isPending) return;
    const type = isOwnStep ? ('extend' as const) : ('askMoreTime' as const);
    command.mutate({ type, deadline: deadline.id, until: day, reason: reason.trim() });
  };
  const options = [
    ...offered.map((value) => ({ value, label: longDay(value, now) })),
    { value: OTHER, label: t('mine.otherDate') },
  ];
  return (
    <form className="block" onSubmit={submit} noValidate>
      <Choice
        legend={t(isOwnStep ? 'mine.newDateStep' : 'mine.newDate')}
        name={`until-${deadline.id}`}
        value={chosen === '' ? (offered[0] ?? '') : chosen}
        options={options}
        onChange={choose}
      />
      {chosen === OTHER && (
        <TextField
          label={t('mine.otherDate')}
          hint={t('mine.otherDateHint')}
          value={other}
          onChange={setOther}
          inputMode="numeric"
          error={isChecked && day === undefined ? t('mine.otherDateWrong') : undefined}
        />
      )}
      <TextField
        label={t('mine.why')}
        value={reason}
        onChange={setReason}
        rows={3}
        maxLength={4000}
        error={isChecked && reason.trim() === '' ? t('portal.required') : undefined}
      />
      <div className="actions">
        <button type="submit" className="ds-button" aria-disabled={command.isPending}>
          {t(isOwnStep ? 'mine.moveStep' : 'mine.askMoreTime')}
        </button>
        <SendingFailed error={command.error} />
        <button type="button" className="ds-button" data-variant="tertiary" onClick={cancel}>
          {t('portal.cancel')}
        </button>
      </div>
    </form>
  );
}

/** The server counts, as it knows the holidays. */
const useOfferedDays = (from: string) =>
  useQuery({
    queryKey: ['offered-days', from],
    queryFn: () =>
      Promise.all(
        OFFERED_DAYS.map(async (count) => {
          const query = { from, count: String(count), calendar: 'WORKING_DAYS_EEA' as const };
          return (await answerOf(api.GET('/api/v1/calendar/add', { params: { query } }))).date;
        }),
      ),
    staleTime: Infinity,
  });
