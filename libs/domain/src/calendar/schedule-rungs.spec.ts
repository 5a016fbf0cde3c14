import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, dateOfDayNumber, dayNumber } from '../time.js';
import { countForward } from './count.js';
import { isExcluded } from './counted-day.js';
import { isWorkingDay } from './holidays.js';
import { defaultQuietPeriods } from './quiet-periods.js';
import { scheduleRungs } from './schedule-rungs.js';
import type { RungOffset } from './schedule-rungs.js';

const workingDays = (days: number, from: RungOffset['from']): RungOffset => ({
  days,
  calendar: 'WORKING_DAYS_EEA',
  from,
});
const calendarDays = (days: number, from: RungOffset['from']): RungOffset => ({
  days,
  calendar: 'CALENDAR_DAYS',
  from,
});
/** The default ladder: the working day before, the day, the working day after, five after. */
const houseLadder = [-1, 0, 1, 5].map((days) => workingDays(days, 'DUE'));
const days = (rungs: readonly { readonly on: string }[]) => rungs.map(({ on }) => on);

describe('a ladder', () => {
  it('of the house reminds the working day before, that day, and one and five working days after', () => {
    expect(days(scheduleRungs({ sinceOn: '2026-11-02', dueOn: '2026-11-23', rungs: houseLadder }))).toEqual([
      '2026-11-20',
      '2026-11-23',
      '2026-11-24',
      '2026-11-30',
    ]);
  });

  it('calls at 08:00 in Oslo, summer and winter', () => {
    const rungs = [calendarDays(5, 'SINCE'), calendarDays(15, 'SINCE')];
    expect(scheduleRungs({ sinceOn: '2026-10-15', dueOn: '2026-11-30', rungs }).map(({ at }) => at)).toEqual([
      '2026-10-20T06:00:00.000Z',
      '2026-10-30T07:00:00.000Z',
    ]);
  });

  it('of the preliminary reply calls on calendar day 21 and three working days before the date', () => {
    const rungs = [calendarDays(21, 'SINCE'), workingDays(-3, 'DUE')];
    expect(days(scheduleRungs({ sinceOn: '2026-11-21', dueOn: '2026-12-21', rungs }))).toEqual([
      '2026-12-12',
      '2026-12-16',
    ]);
  });

  it('of a handover calls on working days 5, 8, 10 and 20 after it was sent', () => {
    const rungs = [5, 8, 10, 20].map((n) => workingDays(n, 'SINCE'));
    expect(days(scheduleRungs({ sinceOn: '2026-11-02', dueOn: '2026-11-16', rungs }))).toEqual([
      '2026-11-09',
      '2026-11-12',
      '2026-11-16',
      '2026-11-30',
    ]);
  });

  it('has no rung on or before day 0', () => {
    const rungs = [workingDays(-2, 'DUE'), ...houseLadder, workingDays(0, 'SINCE'), calendarDays(-365, 'DUE')];
    expect(days(scheduleRungs({ sinceOn: '2026-11-23', dueOn: '2026-11-24', rungs }))).toEqual([
      '2026-11-24',
      '2026-11-25',
      '2026-12-01',
    ]);
  });

  it('moves the rung of a due date on a Sunday to the working day before', () => {
    expect(days(scheduleRungs({ sinceOn: '2026-11-12', dueOn: '2026-11-22', rungs: [workingDays(0, 'DUE')] }))).toEqual(
      ['2026-11-20'],
    );
    expect(
      days(scheduleRungs({ sinceOn: '2026-11-12', dueOn: '2026-11-22', rungs: [calendarDays(0, 'DUE')] })),
    ).toEqual(['2026-11-22']);
  });

  it('is silent through a suspension, and goes on after it', () => {
    const paused = [{ from: '2026-06-02', to: '2026-08-01' }];
    const { date: dueOn } = countForward({ from: '2026-05-20', count: 10, calendar: 'WORKING_DAYS_EEA', paused });
    expect(dueOn).toBe('2026-08-05');
    expect(
      days(scheduleRungs({ sinceOn: '2026-05-20', dueOn, rungs: [workingDays(-3, 'DUE'), ...houseLadder], paused })),
    ).toEqual(['2026-06-01', '2026-08-04', '2026-08-05', '2026-08-06', '2026-08-12']);
  });

  it('is silent in quiet periods, before and after the due date', () => {
    const quiet = defaultQuietPeriods;
    expect(days(scheduleRungs({ sinceOn: '2026-12-10', dueOn: '2027-01-04', rungs: houseLadder, quiet }))).toEqual([
      '2026-12-23',
      '2027-01-04',
      '2027-01-05',
      '2027-01-11',
    ]);
    expect(days(scheduleRungs({ sinceOn: '2026-06-24', dueOn: '2026-07-03', rungs: houseLadder, quiet }))).toEqual([
      '2026-07-02',
      '2026-07-03',
      '2026-07-27',
      '2026-07-31',
    ]);
  });

  it('carries what its rungs carry', () => {
    const rungs = [{ ...workingDays(1, 'DUE'), id: 'after', to: ['manager-of:nav'] }];
    expect(scheduleRungs({ sinceOn: '2026-11-02', dueOn: '2026-11-23', rungs })).toEqual([
      { ...rungs[0], on: '2026-11-24', at: '2026-11-24T07:00:00.000Z' },
    ]);
  });

  it('has no rung past the calendar, and none before it', () => {
    expect(days(scheduleRungs({ sinceOn: '2100-12-01', dueOn: '2100-12-31', rungs: houseLadder }))).toEqual([
      '2100-12-30',
      '2100-12-31',
    ]);
    expect(
      days(scheduleRungs({ sinceOn: '1900-01-01', dueOn: '1900-01-03', rungs: [calendarDays(-365, 'DUE')] })),
    ).toEqual([]);
  });

  it('in working days calls on working days only, never at rest or by day 0, and in order', () => {
    const anyRung = fc.record({
      days: fc.integer({ min: -40, max: 40 }),
      calendar: fc.constantFrom('WORKING_DAYS_EEA' as const, 'CALENDAR_DAYS' as const),
      from: fc.constantFrom('SINCE' as const, 'DUE' as const),
    });
    fc.assert(
      fc.property(
        fc.integer({ min: dayNumber('1901-01-01'), max: dayNumber('2098-12-31') }).map(dateOfDayNumber),
        fc.nat(120),
        fc.array(anyRung, { maxLength: 6 }),
        fc.tuple(fc.nat(100), fc.nat(40)),
        (sinceOn, length, rungs, [start, rest]) => {
          const pause = {
            paused: [{ from: addDays(sinceOn, start), to: addDays(sinceOn, start + rest) }],
            quiet: defaultQuietPeriods,
          };
          const placed = scheduleRungs({ sinceOn, dueOn: addDays(sinceOn, length), rungs, ...pause });
          for (const { on, calendar } of placed) {
            expect(calendar === 'CALENDAR_DAYS' || isWorkingDay(on)).toBe(true);
            expect(isExcluded(on, pause)).toBe(false);
            expect(on > sinceOn).toBe(true);
          }
          expect(days(placed)).toEqual(days(placed).sort());
        },
      ),
    );
  });

  it('of house rules calls on no day off: a warning comes the working day before, what was missed is told the one after', () => {
    const rungs = [
      { ...calendarDays(5, 'SINCE'), action: 'remind' as const },
      { ...calendarDays(-1, 'DUE'), action: 'escalate' as const },
    ];
    const ladder = { sinceOn: '2027-05-11', dueOn: '2027-05-18', rungs };
    expect(days(scheduleRungs(ladder))).toEqual(['2027-05-16', '2027-05-17']);
    expect(days(scheduleRungs({ ...ladder, onWorkingDays: true }))).toEqual(['2027-05-14', '2027-05-18']);
    fc.assert(
      fc.property(
        fc.integer({ min: dayNumber('1901-01-01'), max: dayNumber('2098-12-31') }).map(dateOfDayNumber),
        fc.nat(90),
        fc.integer({ min: -40, max: 40 }),
        fc.constantFrom('remind' as const, 'escalate' as const, 'lapse' as const),
        (sinceOn, length, count, action) => {
          const request = {
            sinceOn,
            dueOn: addDays(sinceOn, length),
            rungs: [{ ...calendarDays(count, 'DUE'), action }],
          };
          const [rung] = scheduleRungs({ ...request, onWorkingDays: true, quiet: defaultQuietPeriods });
          const [named] = scheduleRungs({ ...request, quiet: defaultQuietPeriods });
          if (!rung || !named) return;
          expect(isWorkingDay(rung.on) && !isExcluded(rung.on, { quiet: defaultQuietPeriods })).toBe(true);
          expect(rung.at.slice(11)).toMatch(/^0[67]:00:00.000Z$/);
          expect(action === 'remind' ? rung.on <= named.on : rung.on >= named.on).toBe(true);
        },
      ),
    );
  });

  it('puts day k of n and n - k days before the end on one day, however long the rest', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: dayNumber('1901-01-01'), max: dayNumber('2090-12-31') }).map(dateOfDayNumber),
        fc.integer({ min: 2, max: 60 }),
        fc.integer({ min: 1, max: 60 }),
        fc.tuple(fc.nat(80), fc.nat(60)),
        (sinceOn, n, k, [start, rest]) => {
          fc.pre(k < n);
          const pause = {
            paused: [{ from: addDays(sinceOn, start), to: addDays(sinceOn, start + rest) }],
            quiet: defaultQuietPeriods,
          };
          const { date: dueOn } = countForward({ from: sinceOn, count: n, calendar: 'WORKING_DAYS_EEA', ...pause });
          const [a, b] = scheduleRungs({
            sinceOn,
            dueOn,
            rungs: [workingDays(k, 'SINCE'), workingDays(k - n, 'DUE')],
            ...pause,
          });
          expect(a?.on).toBe(b?.on);
          expect(a).toBeDefined();
        },
      ),
    );
  });
});
