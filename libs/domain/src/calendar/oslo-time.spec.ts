import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dateOfDayNumber, dayNumber, instantOf, millisOf } from '../time.js';
import { instantInOslo, endOfDay, osloDateOf } from './oslo-time.js';

const HOUR = 3_600_000;
// Norway has kept the EU rule since 1996; from then on JavaScript's time zone table is the reference.
const anyDate = fc.integer({ min: dayNumber('1996-01-01'), max: dayNumber('2100-12-30') }).map(dateOfDayNumber);
const zoneTable = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Oslo',
  dateStyle: 'short',
  timeStyle: 'short',
});
const shownInOslo = (instant: string) => zoneTable.format(new Date(instant));

describe('a day in Oslo', () => {
  it.each([
    ['2026-03-29', 23, '2026-03-28T23:00:00.000Z', '2026-03-29T22:00:00.000Z'],
    ['2026-10-25', 25, '2026-10-24T22:00:00.000Z', '2026-10-25T23:00:00.000Z'],
    ['2027-03-28', 23, '2027-03-27T23:00:00.000Z', '2027-03-28T22:00:00.000Z'],
    ['2027-10-31', 25, '2027-10-30T22:00:00.000Z', '2027-10-31T23:00:00.000Z'],
    ['2026-11-23', 24, '2026-11-22T23:00:00.000Z', '2026-11-23T23:00:00.000Z'],
    ['2026-07-01', 24, '2026-06-30T22:00:00.000Z', '2026-07-01T22:00:00.000Z'],
  ])('%s is %i hours long', (date, hours, start, end) => {
    expect(instantInOslo(date, 0)).toBe(start);
    expect(endOfDay(date)).toBe(end);
    expect((millisOf(end) - millisOf(start)) / HOUR).toBe(hours);
  });

  it('is the first at its first millisecond and the day before one millisecond earlier', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        const start = instantInOslo(date, 0);
        expect(osloDateOf(start)).toBe(date);
        expect(osloDateOf(instantOf(millisOf(start) - 1)) < date).toBe(true);
        expect(osloDateOf(instantOf(millisOf(endOfDay(date)) - 1))).toBe(date);
        expect(osloDateOf(endOfDay(date)) > date).toBe(true);
      }),
    );
  });

  it('agrees with the time zone table at every hour', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 0, max: 24 * 60 - 1 }), (date, minute) => {
        const instant = instantOf((dayNumber(date) * 24 + minute / 60) * HOUR);
        expect(osloDateOf(instant)).toBe(shownInOslo(instant).slice(0, 10));
        const eight = instantInOslo(date, 8);
        expect(shownInOslo(eight)).toBe(`${date} 08:00`);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a time of day on the nights the clock changes', () => {
  it.each(['2026-03-29', '2027-03-28'])('%s: summer time begins at 02:00', (date) => {
    expect(instantInOslo(date, 1, 59)).toBe(`${date}T00:59:00.000Z`);
    expect(instantInOslo(date, 3)).toBe(`${date}T01:00:00.000Z`);
    expect(instantInOslo(date, 8)).toBe(`${date}T06:00:00.000Z`);
  });

  it.each(['2026-10-25', '2027-10-31'])('%s: summer time ends at 03:00', (date) => {
    expect(instantInOslo(date, 1, 59)).toBe(instantOf(millisOf(`${date}T00:00:00.000Z`) - 60_000));
    expect(instantInOslo(date, 3)).toBe(`${date}T02:00:00.000Z`);
    expect(instantInOslo(date, 8)).toBe(`${date}T07:00:00.000Z`);
  });

  it('takes the first of two, and moves one that is never shown past the gap', () => {
    expect(instantInOslo('2026-10-25', 2, 30)).toBe('2026-10-25T00:30:00.000Z');
    expect(shownInOslo(instantInOslo('2026-10-25', 2, 30))).toBe('2026-10-25 02:30');
    expect(shownInOslo(instantInOslo('2026-03-29', 2, 30))).toBe('2026-03-29 03:30');
  });
});
