import type { PipeTransform } from '@nestjs/common';
import { isInYears } from '#domain/calendar/years.js';
import { isLocalDate } from '#domain/time.js';
import { textError } from '#platform/input/text.js';
import { notFound } from '#platform/problems/refusal.js';

/** What cannot be stored is the id of nothing. */
export class IdPipe implements PipeTransform<string, string> {
  transform(id: string): string {
    if (id.length > 100 || textError(id) !== undefined) throw notFound();
    return id;
  }
}

/** What is no date of the calendar is the day of nothing. */
export class DayPipe implements PipeTransform<string, string> {
  transform(day: string): string {
    if (!isLocalDate(day) || !isInYears(day)) throw notFound();
    return day;
  }
}
