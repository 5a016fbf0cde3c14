import { Button, Input } from '@digdir/designsystemet-react';
import { CalendarIcon } from '@navikt/aksel-icons';
import { lazy, Suspense, useRef, useState } from 'react';
import type { ComponentProps, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { dateIn, inDigits, isDate } from './written-date.js';

const CalendarDialog = lazy(() =>
  import('../calendar/calendar-dialog.js').then(({ CalendarDialog: component }) => ({ default: component })),
);

interface DateFieldProps extends Omit<ComponentProps<typeof Input>, 'value' | 'onChange' | 'title'> {
  /** What the date is of, said by the calendar. */
  readonly title: string;
  /** What was written, or the date when it was understood. */
  readonly value: string;
  readonly today: string;
  readonly isPast: boolean;
  readonly first?: string | undefined;
  readonly last?: string | undefined;
  readonly onChange: (value: string) => void;
}

/** A date as people write it, or as they choose it in a calendar. What cannot be read stays as it is. */
export function DateField({ title, value, today, isPast, first, last, onChange, ...input }: DateFieldProps): ReactNode {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = (): void => {
    setOpen(false);
    button.current?.focus();
  };
  const readOnBlur = (): void => {
    const date = dateIn(value, today, isPast);
    if (date !== undefined && date !== value) onChange(date);
  };
  const choose = (date: string): void => {
    onChange(date);
    close();
  };
  return (
    <div className="date-field">
      <Input
        {...input}
        value={isDate(value) ? inDigits(value) : value}
        autoComplete="off"
        onChange={(event) => onChange(event.target.value)}
        onBlur={readOnBlur}
      />
      <Button
        ref={button}
        type="button"
        icon
        variant="tertiary"
        data-color="neutral"
        aria-label={t('calendar.open')}
        onClick={() => setOpen(true)}
      >
        <CalendarIcon aria-hidden fontSize="1.4rem" />
      </Button>
      {isOpen && (
        <Suspense>
          <CalendarDialog
            title={title}
            chosen={dateIn(value, today, isPast)}
            today={today}
            first={first}
            last={last}
            onClose={close}
            onChoose={choose}
          />
        </Suspense>
      )}
    </div>
  );
}
