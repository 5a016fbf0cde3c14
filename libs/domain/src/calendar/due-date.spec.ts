import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { instantOf, millisOf } from '../time.js';
import { dueDateOf } from './due-date.js';
import { endOfDay, osloDateOf } from './oslo-time.js';

describe('a deadline', () => {
  it('in days ends at 24:00 in Oslo on its last day', () => {
    expect(dueDateOf({ basisAt: '2026-11-20T10:15:00.000Z', count: 2, calendar: 'WORKING_DAYS_EEA' })).toMatchObject({
      dueOn: '2026-11-24',
      dueAt: '2026-11-24T23:00:00.000Z',
    });
  });

  it('counts from the date in Oslo, not in UTC', () => {
    // 00:30 on Tuesday in Oslo.
    expect(dueDateOf({ basisAt: '2026-11-23T23:30:00.000Z', count: 1, calendar: 'WORKING_DAYS_EEA' }).dueOn).toBe(
      '2026-11-25',
    );
  });

  it('counts from the day it is given where that is another', () => {
    const term = { basisAt: '2026-11-23T11:00:00.000Z', basisOn: '2026-11-02', count: 15 };
    expect(dueDateOf({ ...term, calendar: 'WORKING_DAYS_EEA' }).dueOn).toBe('2026-11-23');
  });

  it('of standstill ends at 24:00 on the tenth day, also the night the clock changes', () => {
    expect(dueDateOf({ basisAt: '2026-10-15T08:00:00.000Z', count: 10, calendar: 'CALENDAR_DAYS' })).toMatchObject({
      dueOn: '2026-10-25',
      dueAt: '2026-10-25T23:00:00.000Z',
    });
  });

  it('in months says what it moved over', () => {
    expect(dueDateOf({ basisAt: '2026-11-26T08:00:00.000Z', count: 1, calendar: 'MONTHS' })).toEqual({
      dueOn: '2026-12-28',
      dueAt: '2026-12-28T23:00:00.000Z',
      skipped: [
        { date: '2026-12-26', why: '2. juledag' },
        { date: '2026-12-27', why: 'søndag' },
      ],
      paused: [],
    });
  });

  it('in hours ends so many real hours later, whatever the clock shows and whoever rests', () => {
    const rest = { paused: [{ from: '2026-10-24', to: '2026-10-30' }], quiet: [{ weeks: [40, 50] as const }] };
    expect(dueDateOf({ basisAt: '2026-10-23T12:00:00.000Z', count: 72, calendar: 'HOURS', ...rest })).toEqual({
      dueOn: '2026-10-26',
      dueAt: '2026-10-26T12:00:00.000Z',
      skipped: [],
      paused: [],
    });
  });

  it('pauses with the case', () => {
    const paused = [{ from: '2026-11-24', to: '2026-12-01' }];
    const due = dueDateOf({ basisAt: '2026-11-23T08:00:00.000Z', count: 3, calendar: 'CALENDAR_DAYS', paused });
    expect(due).toMatchObject({ dueOn: '2026-12-04', paused });
  });

  it('in days is due on the day that dueAt ends, never before its basis', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: millisOf('1950-01-01T00:00:00.000Z'), max: millisOf('2098-01-01T00:00:00.000Z') }),
        fc.nat(400),
        fc.constantFrom('WORKING_DAYS_EEA' as const, 'CALENDAR_DAYS' as const),
        (millis, days, calendar) => {
          const basisAt = instantOf(millis);
          const { dueOn, dueAt } = dueDateOf({ basisAt, count: days, calendar });
          expect(dueAt).toBe(endOfDay(dueOn));
          expect(osloDateOf(instantOf(millisOf(dueAt) - 1))).toBe(dueOn);
          expect(dueAt > basisAt).toBe(true);
        },
      ),
    );
  });

  it('is refused beyond 2100, hours too', () => {
    const basisAt = '2100-12-30T12:00:00.000Z';
    expect(() => dueDateOf({ basisAt, count: 72, calendar: 'HOURS' })).toThrow(RangeError);
    expect(() => dueDateOf({ basisAt, count: 2, calendar: 'CALENDAR_DAYS' })).toThrow(RangeError);
    expect(() => dueDateOf({ basisAt, count: Number.MAX_SAFE_INTEGER, calendar: 'HOURS' })).toThrow(/outside/);
    expect(() => dueDateOf({ basisAt, count: 0.5, calendar: 'HOURS' })).toThrow(RangeError);
  });
});
