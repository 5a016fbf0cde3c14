import { ChevronLeftIcon, ChevronRightIcon } from '@navikt/aksel-icons';
import { useEffect, useRef } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { monthName, fullDay, weekdayOf } from '../../words/dates.js';
import type { HolidayOn } from './holidays.js';
import { addMonths, dayByKey, isWeekend, monthOf, weekNumber, weeksOf } from './month.js';

interface CalendarGridProps {
  readonly chosen: string | undefined;
  readonly today: string;
  /** The day that the keys move from; its month is shown. */
  readonly focused: string;
  /** Days before and after cannot be chosen. */
  readonly first?: string | undefined;
  readonly last?: string | undefined;
  readonly holidayOn: HolidayOn;
  readonly onFocus: (date: string) => void;
  readonly onChoose: (date: string) => void;
}

/** Any week, for the names of the weekdays. */
const MONDAY_TO_SUNDAY = weeksOf('2027-02')[0] ?? [];

/** The days of a month. Weekends and holidays are grey, and may be chosen: the server knows where only a working day will do. */
export function CalendarGrid(props: CalendarGridProps): ReactNode {
  const { focused, onFocus } = props;
  const { t } = useTranslation();
  const grid = useRef<HTMLTableElement>(null);
  useEffect(() => grid.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus(), [focused]);
  const move = (event: KeyboardEvent): void => {
    const to = dayByKey(focused, event.key, event.shiftKey);
    if (to === undefined) return;
    event.preventDefault();
    onFocus(within(to, props));
  };
  const turn = (months: number): ReactNode => (
    <button
      type="button"
      className="ds-button"
      data-variant="tertiary"
      data-color="neutral"
      data-icon
      aria-label={t(months < 0 ? 'calendar.previous' : 'calendar.next')}
      onClick={() => onFocus(within(addMonths(focused, months), props))}
    >
      {months < 0 ? (
        <ChevronLeftIcon aria-hidden fontSize="1.5rem" />
      ) : (
        <ChevronRightIcon aria-hidden fontSize="1.5rem" />
      )}
    </button>
  );
  return (
    <>
      <div className="calendar__head">
        {turn(-1)}
        <h2 id="calendar-month" aria-live="polite">
          {monthName(focused)}
        </h2>
        {turn(1)}
      </div>
      <table ref={grid} role="grid" aria-labelledby="calendar-month" className="calendar__grid" onKeyDown={move}>
        <thead>
          <tr>
            <th scope="col" className="calendar__week">
              <span aria-hidden>{t('calendar.weekShort')}</span>
              <span className="hidden-text">{t('calendar.week')}</span>
            </th>
            {MONDAY_TO_SUNDAY.map((date = '') => (
              <th key={date} scope="col" abbr={weekdayOf(date)}>
                {weekdayOf(date).slice(0, 2)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(monthOf(focused)).map((week) => (
            <Week key={week.find(Boolean)} week={week} {...props} />
          ))}
        </tbody>
      </table>
      <p className="small soft">{t('calendar.keys')}</p>
    </>
  );
}

const within = (date: string, { first, last }: Pick<CalendarGridProps, 'first' | 'last'>): string =>
  first !== undefined && date < first ? first : last !== undefined && date > last ? last : date;

function Week({ week, ...props }: { readonly week: readonly (string | undefined)[] } & CalendarGridProps): ReactNode {
  return (
    <tr>
      <th scope="row" className="calendar__week">
        {weekNumber(week.find(Boolean) ?? '')}
      </th>
      {week.map((date, index) => (date === undefined ? <td key={index} /> : <Day key={date} date={date} {...props} />))}
    </tr>
  );
}

function Day({ date, ...props }: { readonly date: string } & CalendarGridProps): ReactNode {
  const { chosen, today, focused, holidayOn, onChoose } = props;
  const holiday = holidayOn(date);
  const isOutside = within(date, props) !== date;
  const isOff = holiday !== undefined || isWeekend(date);
  return (
    <td role="gridcell" aria-selected={date === chosen}>
      <button
        type="button"
        className={`calendar__day${isOff ? ' calendar__day--off' : ''}`}
        tabIndex={date === focused ? 0 : -1}
        aria-label={holiday === undefined ? fullDay(date) : `${fullDay(date)}, ${holiday}`}
        aria-current={date === today ? 'date' : undefined}
        aria-disabled={isOutside || undefined}
        title={holiday}
        onClick={() => {
          if (!isOutside) onChoose(date);
        }}
      >
        {Number(date.slice(-2))}
      </button>
    </td>
  );
}
