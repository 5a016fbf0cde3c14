import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { awayUntil, daysToPutAway } from '../../apps/web/src/cases/my-day/put-away.js';

const day = fc.integer({ min: 0, max: 400 }).map((n) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10));
const itemDue = (dueOn: string) => ({ collaboration: { id: 'c' }, deadline: { id: 'd', dueOn } });
const keptUntil = (until: string) => [{ collaboration: 'c', deadline: 'd', until }];

describe('a row that is put away', () => {
  it('is never away when its day has come, whatever is kept', () => {
    fc.assert(
      fc.property(day, day, day, (dueOn, until, today) => {
        const away = awayUntil(itemDue(dueOn), keptUntil(until), today);
        if (dueOn <= today) expect(away).toBeUndefined();
        if (away !== undefined) expect(away > today && away <= dueOn).toBe(true);
      }),
    );
  });

  it('is away on the day it is put away, until each day that is offered, and back on that day', () => {
    fc.assert(
      fc.property(day, day, (dueOn, today) => {
        const offered = daysToPutAway(itemDue(dueOn), today);
        expect(offered.length > 0).toBe(dueOn > today);
        for (const { day: until } of offered) {
          expect(awayUntil(itemDue(dueOn), keptUntil(until), today)).toBe(until);
          expect(awayUntil(itemDue(dueOn), keptUntil(until), until)).toBeUndefined();
        }
        expect(new Set(offered.map((it) => it.day)).size).toBe(offered.length);
      }),
    );
  });

  it('is offered for a Monday only when there is one before the deadline', () => {
    expect(daysToPutAway(itemDue('2026-12-04'), '2026-11-26')).toEqual([
      { kind: 'tomorrow', day: '2026-11-27' },
      { kind: 'monday', day: '2026-11-30' },
      { kind: 'due', day: '2026-12-04' },
    ]);
    expect(daysToPutAway(itemDue('2026-11-27'), '2026-11-26')).toEqual([{ kind: 'tomorrow', day: '2026-11-27' }]);
  });
});
