import { storyDaysFrom } from './story-days.js';
import type { Instant } from '#domain/time.js';
import type { AbsenceRow } from '#store/people/absence-table.js';

/** The mentor of story 4, who is also its contact, is on leave. */
export function demoAbsences(start: Instant): readonly AbsenceRow[] {
  const { calendarDay } = storyDaysFrom(start);
  return [{ person: 'mentor.oppvekst', from: calendarDay(-33), to: calendarDay(25), substitute: null }];
}
