import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DAY_CALENDARS, addDays, dateOfDayNumber, dayNumber } from '../time.js';
import { isCountedDay } from './counted-day.js';
import { isWorkingDay } from './holidays.js';
import { agreedDate, dueAfterPause } from './paused-date.js';

const anyDate = fc.integer({ min: dayNumber('1901-01-01'), max: dayNumber('2090-12-31') }).map(dateOfDayNumber);
const anyCalendar = fc.constantFrom(...DAY_CALENDARS);

describe('an agreed date', () => {
  it('5 May, of a case on hold from 20 April to 10 May, is as many days after 10 May as it was after 20 April', () => {
    const request = { date: '2027-05-05', agreedOn: '2027-04-01', paused: [{ from: '2027-04-21', to: '2027-05-10' }] };
    expect(agreedDate({ ...request, calendar: 'CALENDAR_DAYS' })).toEqual({
      date: '2027-05-25',
      paused: [{ from: '2027-04-21', to: '2027-05-10' }],
    });
    expect(agreedDate({ ...request, calendar: 'WORKING_DAYS_EEA' }).date).toBe('2027-05-26');
  });

  it('without a pause after it was agreed is the date itself, on whatever day it falls', () => {
    fc.assert(
      fc.property(anyDate, fc.nat(300), fc.nat(40), anyCalendar, (agreedOn, ahead, length, calendar) => {
        const date = addDays(agreedOn, ahead);
        const paused = [{ from: addDays(agreedOn, -length), to: agreedOn }];
        expect(agreedDate({ date, agreedOn, calendar, paused })).toEqual({ date, paused: [] });
      }),
    );
  });

  it('has as many counted days left after a pause as before it, and is never on hold', () => {
    fc.assert(
      fc.property(
        anyDate,
        fc.nat(200),
        fc.nat(250),
        fc.nat(60),
        anyCalendar,
        (agreedOn, ahead, start, rest, calendar) => {
          const date = addDays(agreedOn, ahead);
          const pause = { from: addDays(agreedOn, start + 1), to: addDays(agreedOn, start + 1 + rest) };
          const { date: due } = agreedDate({ date, agreedOn, calendar, paused: [pause] });
          if (date < addDays(pause.from, -1)) return expect(due).toBe(date);
          expect(due >= pause.to).toBe(true);
          expect(due === date || isCountedDay(due, calendar, {})).toBe(true);
          const left = (from: string, to: string) =>
            Array.from({ length: Math.max(0, dayNumber(to) - dayNumber(from)) }, (_, index) =>
              addDays(from, index + 1),
            ).filter((day) => isCountedDay(day, calendar, {})).length;
          if (isCountedDay(pause.to, calendar, {}))
            expect(left(pause.to, due)).toBe(left(addDays(pause.from, -1), date));
        },
      ),
    );
  });

  it('that is the day on which the case went on hold is the day on which it goes on, or the working day after', () => {
    const paused = [
      { from: '2026-11-24', to: '2026-11-28' },
      { from: '2026-12-01', to: '2026-12-03' },
    ];
    expect(dueAfterPause('2026-11-23', 'CALENDAR_DAYS', paused)).toBe('2026-11-28');
    expect(dueAfterPause('2026-11-23', 'WORKING_DAYS_EEA', paused)).toBe('2026-12-03');
    expect(isWorkingDay('2026-12-03')).toBe(true);
    expect(dueAfterPause('2026-11-22', 'WORKING_DAYS_EEA', paused)).toBe('2026-11-22');
  });
});
