import { missedOn } from '../../model/promise.js';
import { appendEvent } from '../event-buffer.js';
import type { Deadline, TextKey } from '../../model/case.js';
import type { EventBuffer } from '../event-buffer.js';
import type { LocalDate } from '../../time.js';

/** A new date; the day that had passed without a promise being kept goes with it. */
export function giveNewDate(buffer: EventBuffer, deadline: Deadline, until: LocalDate, reason: TextKey): void {
  const missed = missedOn(deadline);
  appendEvent(buffer, 'deadlineExtended', {
    deadline: deadline.id,
    until,
    reason,
    ...(missed !== undefined && { missedOn: missed }),
  });
}
