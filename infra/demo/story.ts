import type { LocalDate } from '#domain/time.js';
import type { StoryDays } from './story-days.js';
import type { StorySimulation } from './simulation.js';

/** One demo collaboration (domain.md F): the enquiry, when it came in, and what has happened since. */
export interface Story {
  readonly organisation: string;
  readonly title: string | ((days: StoryDays) => string);
  readonly description: string;
  readonly channel: 'web' | 'phone' | 'email' | 'event' | 'referral';
  /** The service area named in the enquiry. The case begins in the area's unit, or in `innovasjon` without an area. */
  readonly area: string | null;
  /** Default: `enquiry`, sent by the entrepreneur. A `political` case is entered by the front line and sends no receipt. */
  readonly origin?: 'enquiry' | 'political';
  openedOn(days: StoryDays): LocalDate;
  /** Hour of the day, 9 by default. It may lie outside office hours: the public form never closes. */
  readonly hour?: number;
  build(stage: StorySimulation): void;
}
