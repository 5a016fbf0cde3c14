import { Controller, Get, Param, Query, Req } from '@nestjs/common';
import type { Request } from 'express';
import { ApiParam } from '@nestjs/swagger';
import type { z } from 'zod';
import { countForward } from '#domain/calendar/count.js';
import { holidays } from '#domain/calendar/holidays.js';
import { addDaysQuery, addedDaysView, holidayList } from '#contracts/http/operations.js';
import { malformed } from '#platform/problems/http-refusal.js';
import { Answers } from '../shared/answers.decorator.js';
import { refusedWith } from '../shared/refused.js';
import { RateLimitsService } from '../shared/rate-limits.service.js';
import { Public } from '../shared/caller/signed-in.guard.js';

const YEAR = /^-?\d{1,9}$/;

/** Counts days as deadlines do, except that quiet periods are ignored. */
@Controller('calendar')
@Public()
export class CalendarController {
  constructor(private readonly limits: RateLimitsService) {}

  @Get('holidays/:year')
  @ApiParam({ name: 'year', schema: { type: 'string', pattern: YEAR.source } })
  @Answers({
    tag: 'Calendar',
    summary: 'Public holidays of a year',
    ok: { 200: holidayList },
    refusals: ['out-of-range'],
    public: true,
  })
  holidays(@Param('year') year: string): z.infer<typeof holidayList> {
    if (!YEAR.test(year)) {
      throw malformed({ nb: 'Året er ikke et helt tall.', en: 'The year is no whole number.' }, [
        { pointer: 'year', detail: 'must be a whole number' },
      ]);
    }
    return [...requireInYears(() => holidays(Number(year)))];
  }

  @Get('add')
  @Answers({
    tag: 'Calendar',
    summary: 'The last day of a period, and the days not counted',
    ok: { 200: addedDaysView },
    refusals: ['out-of-range', 'slow-down'],
    public: true,
  })
  async add(
    @Query({ schema: addDaysQuery }) query: z.output<typeof addDaysQuery>,
    @Req() request: Request,
  ): Promise<z.infer<typeof addedDaysView>> {
    await this.limits.calendar.take(request.ip ?? '');
    const { date, skipped } = requireInYears(() => countForward(query));
    return { date, skipped: [...skipped] };
  }
}

/** @throws HttpRefusal 422 `out-of-range` where the calendar throws RangeError. */
function requireInYears<T>(calculate: () => T): T {
  try {
    return calculate();
  } catch (error) {
    if (error instanceof RangeError)
      throw refusedWith('out-of-range', {
        nb: 'Kalenderen dekker årene 1900-2100.',
        en: 'The calendar covers the years 1900-2100.',
      });
    throw error;
  }
}
