import type { PipeTransform } from '@nestjs/common';
import { isSupportedDate } from '#domain/calendar/years.js';
import { isLocalDate } from '#domain/time.js';
import { textError } from '#platform/input/text.js';
import { notFound } from '#platform/problems/refusal.js';

/** Answers 404 for an id that cannot be stored. */
export class IdPipe implements PipeTransform<string, string> {
  transform(id: string): string {
    if (id.length > 100 || textError(id) !== undefined) throw notFound();
    return id;
  }
}

/** Answers 404 for a text that is no date of the calendar. */
export class DayPipe implements PipeTransform<string, string> {
  transform(day: string): string {
    if (!isLocalDate(day) || !isSupportedDate(day)) throw notFound();
    return day;
  }
}
