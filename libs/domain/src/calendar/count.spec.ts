import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DAY_CALENDARS, addDays, addMonths, dateOfDayNumber, dayNumber, daysBetween } from '../time.js';
import { countForward, countBack } from './count.js';
import { isExcluded } from './counted-day.js';
import { dayOffReason, isWorkingDay } from './holidays.js';
import { defaultQuietPeriods } from './quiet-periods.js';
import type { Span } from './span.js';

const anyDate = fc.integer({ min: dayNumber('1900-01-01'), max: dayNumber('2096-12-31') }).map(dateOfDayNumber);
const anyDayCalendar = fc.constantFrom(...DAY_CALENDARS);
const anyQuiet = fc.constantFrom([], defaultQuietPeriods);
const spansAfter = (from: string, pauses: readonly [number, number][]): Span[] =>
  pauses.map(([start, length]) => ({ from: addDays(from, start), to: addDays(from, start + length) }));
const anyPauses = fc.array(fc.tuple(fc.integer({ min: -30, max: 300 }), fc.nat(40)), { maxLength: 3 });
const lengthOf = ({ from, to }: Span) => daysBetween(from, to) + 1;

describe('counting working days', () => {
  it('starts the day after the basis event and leaves out the weekend', () => {
    expect(countForward({ from: '2026-11-20', count: 2, calendar: 'WORKING_DAYS_EEA' })).toEqual({
      date: '2026-11-24',
      skipped: [
        { date: '2026-11-21', why: 'lørdag' },
        { date: '2026-11-22', why: 'søndag' },
      ],
      paused: [],
    });
  });

  it('leaves out Easter and names its days', () => {
    const { date, skipped } = countForward({ from: '2026-04-01', count: 1, calendar: 'WORKING_DAYS_EEA' });
    expect(date).toBe('2026-04-07');
    expect(skipped.map(({ why }) => why)).toEqual([
      'Skjærtorsdag',
      'Langfredag',
      'lørdag',
      '1. påskedag',
      '2. påskedag',
    ]);
  });

  it('counts 24 and 31 December', () => {
    expect(countForward({ from: '2026-12-23', count: 1, calendar: 'WORKING_DAYS_EEA' }).date).toBe('2026-12-24');
    expect(countForward({ from: '2026-12-23', count: 5, calendar: 'WORKING_DAYS_EEA' }).date).toBe('2026-12-31');
  });

  it('of 0 is the day itself, even a Saturday', () => {
    expect(countForward({ from: '2026-11-21', count: 0, calendar: 'WORKING_DAYS_EEA' })).toEqual({
      date: '2026-11-21',
      skipped: [],
      paused: [],
    });
  });

  it('always ends on a working day, and skips only days that are none', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 1, max: 300 }), (from, days) => {
        const { date, skipped } = countForward({ from, count: days, calendar: 'WORKING_DAYS_EEA' });
        expect(isWorkingDay(date)).toBe(true);
        expect(skipped.every((day) => dayOffReason(day.date) === day.why)).toBe(true);
      }),
    );
  });
});

describe('counting calendar days', () => {
  it('never moves, not even from a holiday', () => {
    expect(countForward({ from: '2026-11-23', count: 10, calendar: 'CALENDAR_DAYS' }).date).toBe('2026-12-03');
    expect(countForward({ from: '2026-12-15', count: 10, calendar: 'CALENDAR_DAYS' })).toEqual({
      date: '2026-12-25',
      skipped: [],
      paused: [],
    });
  });
});

describe('counting months', () => {
  it('ends on the same-numbered day', () => {
    expect(countForward({ from: '2026-11-23', count: 1, calendar: 'MONTHS' })).toEqual({
      date: '2026-12-23',
      skipped: [],
      paused: [],
    });
  });

  it('ends on the last day of a shorter month, and moves on to a working day', () => {
    expect(countForward({ from: '2027-01-31', count: 1, calendar: 'MONTHS' })).toEqual({
      date: '2027-03-01',
      skipped: [{ date: '2027-02-28', why: 'søndag' }],
      paused: [],
    });
  });

  it('moves over all of Easter', () => {
    const { date, skipped } = countForward({ from: '2026-03-02', count: 1, calendar: 'MONTHS' });
    expect(date).toBe('2026-04-07');
    expect(skipped.map((day) => day.date.slice(5))).toEqual(['04-02', '04-03', '04-04', '04-05', '04-06']);
  });

  it('of 0 moves a day that is no working day', () => {
    expect(countForward({ from: '2026-11-21', count: 0, calendar: 'MONTHS' }).date).toBe('2026-11-23');
    expect(countForward({ from: '2026-11-23', count: 0, calendar: 'MONTHS' }).date).toBe('2026-11-23');
  });

  it('rests in a pause and not in quiet weeks', () => {
    const paused = [{ from: '2026-06-20', to: '2026-06-24' }];
    const counted = countForward({
      from: '2026-06-15',
      count: 1,
      calendar: 'MONTHS',
      paused,
      quiet: defaultQuietPeriods,
    });
    expect(counted).toEqual({ date: '2026-07-20', skipped: [], paused });
  });

  it('ends on the first working day from the named day on', () => {
    fc.assert(
      fc.property(anyDate, fc.nat(36), (from, months) => {
        const { date, skipped } = countForward({ from, count: months, calendar: 'MONTHS' });
        expect(isWorkingDay(date)).toBe(true);
        expect(addDays(addMonths(from, months), skipped.length)).toBe(date);
      }),
    );
  });
});

describe('counting weeks', () => {
  it('ends on the same weekday', () => {
    expect(countForward({ from: '2026-11-23', count: 3, calendar: 'WEEKS' })).toEqual({
      date: '2026-12-14',
      skipped: [],
      paused: [],
    });
  });

  it('moves from 17 May and from a Sunday to the next working day, and says past what', () => {
    expect(countForward({ from: '2027-04-26', count: 3, calendar: 'WEEKS' })).toMatchObject({ date: '2027-05-18' });
    expect(countForward({ from: '2026-11-22', count: 3, calendar: 'WEEKS' })).toEqual({
      date: '2026-12-14',
      skipped: [{ date: '2026-12-13', why: 'søndag' }],
      paused: [],
    });
  });

  it('stays on its day where the rule says so, and days move where the rule says so', () => {
    const onSunday = { from: '2026-11-22', count: 3, calendar: 'WEEKS', movesOffHolidays: false } as const;
    expect(countForward(onSunday).date).toBe('2026-12-13');
    const tenDays = { from: '2026-12-15', count: 10, calendar: 'CALENDAR_DAYS', movesOffHolidays: true } as const;
    expect(countForward(tenDays).date).toBe('2026-12-28');
  });

  it('ends on the same weekday, or on the first working day after it', () => {
    fc.assert(
      fc.property(anyDate, fc.nat(150), (from, weeks) => {
        const { date, skipped } = countForward({ from, count: weeks, calendar: 'WEEKS' });
        expect(isWorkingDay(date)).toBe(true);
        expect(addDays(from, 7 * weeks + skipped.length)).toBe(date);
        expect(skipped.every((day) => dayOffReason(day.date) === day.why)).toBe(true);
      }),
    );
  });
});

describe('rest', () => {
  it('takes the days of a suspension out of the count and says so', () => {
    const paused = [{ from: '2026-11-25', to: '2026-11-30' }];
    expect(countForward({ from: '2026-11-20', count: 5, calendar: 'WORKING_DAYS_EEA', paused })).toEqual({
      date: '2026-12-03',
      skipped: [
        { date: '2026-11-21', why: 'lørdag' },
        { date: '2026-11-22', why: 'søndag' },
      ],
      paused,
    });
  });

  it('takes quiet weeks out of the count of calendar days', () => {
    const counted = countForward({
      from: '2026-07-01',
      count: 10,
      calendar: 'CALENDAR_DAYS',
      quiet: defaultQuietPeriods,
    });
    expect(counted).toEqual({ date: '2026-08-01', skipped: [], paused: [{ from: '2026-07-06', to: '2026-07-26' }] });
  });

  it('that began before day 0 is told from day 1 on, and suspension within quiet weeks counts once', () => {
    const paused = [
      { from: '2026-06-25', to: '2026-07-02' },
      { from: '2026-07-20', to: '2026-07-28' },
    ];
    const counted = countForward({
      from: '2026-07-01',
      count: 5,
      calendar: 'CALENDAR_DAYS',
      paused,
      quiet: defaultQuietPeriods,
    });
    expect(counted.date).toBe('2026-07-30');
    expect(counted.paused).toEqual([
      { from: '2026-07-02', to: '2026-07-02' },
      { from: '2026-07-06', to: '2026-07-28' },
    ]);
  });

  it('that comes after the end is not told', () => {
    const paused = [{ from: '2026-11-25', to: '2026-11-30' }];
    expect(countForward({ from: '2026-11-20', count: 2, calendar: 'WORKING_DAYS_EEA', paused }).paused).toEqual([]);
  });

  it('shifts calendar days by exactly the pause', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 1, max: 200 }), fc.nat(60), (from, days, length) => {
        const paused = [{ from: addDays(from, 1), to: addDays(from, length) }];
        expect(countForward({ from, count: days, calendar: 'CALENDAR_DAYS', paused }).date).toBe(
          addDays(from, days + length),
        );
      }),
    );
  });

  it('leaves every day counted, skipped or paused: one of the three', () => {
    fc.assert(
      fc.property(anyDate, fc.nat(250), anyDayCalendar, anyPauses, anyQuiet, (from, days, calendar, pauses, quiet) => {
        const paused = spansAfter(from, pauses);
        const counted = countForward({ from, count: days, calendar, paused, quiet });
        const resting = counted.paused.reduce((sum, span) => sum + lengthOf(span), 0);
        expect(days + counted.skipped.length + resting).toBe(daysBetween(from, counted.date));
        expect(counted.skipped.some(({ date }) => isExcluded(date, { paused: counted.paused }))).toBe(false);
        if (days > 0) expect(isExcluded(counted.date, { paused, quiet })).toBe(false);
      }),
    );
  });
});

describe('counting back', () => {
  it('finds three working days before a date', () => {
    expect(countBack({ from: '2026-04-08', count: 3, calendar: 'WORKING_DAYS_EEA' })).toBe('2026-03-31');
    expect(countBack({ from: '2026-11-22', count: 1, calendar: 'WORKING_DAYS_EEA' })).toBe('2026-11-20');
    expect(countBack({ from: '2026-11-23', count: 30, calendar: 'CALENDAR_DAYS' })).toBe('2026-10-24');
    expect(countBack({ from: '2026-11-21', count: 0, calendar: 'WORKING_DAYS_EEA' })).toBe('2026-11-21');
  });

  it('undoes counting from a day that counts', () => {
    fc.assert(
      fc.property(anyDate, fc.nat(250), anyDayCalendar, anyPauses, anyQuiet, (date, days, calendar, pauses, quiet) => {
        const rest = { paused: spansAfter(date, pauses), quiet };
        const from = countForward({ from: date, count: 1, calendar, ...rest }).date;
        const end = countForward({ from, count: days, calendar, ...rest }).date;
        expect(countBack({ from: end, count: days, calendar, ...rest })).toBe(from);
      }),
    );
  });
});

describe('any count', () => {
  it('grows with its number and its start', () => {
    fc.assert(
      fc.property(
        anyDate,
        fc.nat(40),
        fc.constantFrom('WORKING_DAYS_EEA' as const, 'CALENDAR_DAYS' as const, 'MONTHS' as const),
        (from, days, calendar) => {
          const end = countForward({ from, count: days, calendar }).date;
          expect(countForward({ from, count: days + 1, calendar }).date > end).toBe(true);
          expect(countForward({ from: addDays(from, 1), count: days, calendar }).date >= end).toBe(true);
          expect(end >= from).toBe(true);
        },
      ),
    );
  });

  it.each(['WORKING_DAYS_EEA', 'CALENDAR_DAYS', 'MONTHS'] as const)(
    'in %s is refused outside 1900-2100',
    (calendar) => {
      expect(countForward({ from: '2100-12-30', count: 0, calendar }).date).toBe('2100-12-30');
      expect(() => countForward({ from: '2100-12-31', count: 1, calendar })).toThrow(
        /outside the calendar's years 1900-2100/,
      );
      expect(() => countForward({ from: '1899-12-31', count: 1, calendar })).toThrow(RangeError);
      expect(() => countForward({ from: '2101-01-01', count: 0, calendar })).toThrow(RangeError);
      expect(() => countForward({ from: '2026-01-01', count: 100_000, calendar })).toThrow(
        /outside the calendar's years/,
      );
      expect(() => countForward({ from: '2026-01-01', count: Number.MAX_SAFE_INTEGER, calendar })).toThrow(
        /outside the calendar's years/,
      );
    },
  );

  it('is refused for a date that does not exist and a number that does not count', () => {
    expect(() => countForward({ from: '2026-02-31', count: 1, calendar: 'CALENDAR_DAYS' })).toThrow(RangeError);
    for (const bad of [-1, 1.5, Number.NaN, Infinity]) {
      expect(() => countForward({ from: '2026-01-01', count: bad, calendar: 'CALENDAR_DAYS' })).toThrow(RangeError);
    }
    expect(() => countBack({ from: '1900-01-02', count: 2, calendar: 'CALENDAR_DAYS' })).toThrow(RangeError);
    expect(() => countBack({ from: '1900-01-10', count: 8, calendar: 'WORKING_DAYS_EEA' })).toThrow(RangeError);
  });

  it('ends, with an error, where every day of the year is quiet', () => {
    const quiet = [{ from: '01-01', to: '12-31' }];
    expect(() => countForward({ from: '2026-01-01', count: 1, calendar: 'CALENDAR_DAYS', quiet })).toThrow(
      /outside the calendar's years/,
    );
  });

  it('over the whole calendar is quick', () => {
    const started = performance.now();
    countForward({
      from: '1900-01-01',
      count: 45_000,
      calendar: 'WORKING_DAYS_EEA',
      quiet: defaultQuietPeriods.slice(1),
    });
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
