import type { PipeTransform } from '@nestjs/common';
import { isSupportedDate } from '#domain/calendar/supported-years.js';
import { isLocalDate } from '#domain/time.js';
import { textError } from '#platform/input/storable-text.js';
import { notFound } from '#platform/problems/http-refusal.js';

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
