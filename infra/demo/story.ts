import type { LocalDate } from '#domain/time.js';
import type { Days } from './days.js';
import type { Stage } from './stage.js';

/** One of the demonstration's collaborations (domain.md F): what came in, when, and what has become of it. */
export interface Story {
  readonly organisation: string;
  readonly title: string | ((days: Days) => string);
  readonly description: string;
  readonly channel: 'web' | 'phone' | 'email' | 'event' | 'referral';
  /** The service area named in the enquiry; the case begins in its unit, else in `innovasjon`. */
  readonly area: string | null;
  /** `enquiry` by the entrepreneur unless said otherwise; what the front line wrote in itself has no receipt. */
  readonly origin?: 'enquiry' | 'political';
  openedOn(days: Days): LocalDate;
  /** Hour of the day, 9 unless told: the public form never closes. */
  readonly hour?: number;
  tell(stage: Stage): void;
}
