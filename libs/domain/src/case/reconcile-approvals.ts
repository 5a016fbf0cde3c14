import { isOwed } from '../deadline/owed.js';
import { openApprovals } from '../model/approvals.js';
import { appendEvent } from './event-buffer.js';
import type { EventBuffer } from './event-buffer.js';

/** Nobody is asked any longer for a new date of what is done, or no longer owed. */
export function reconcileApprovals(buffer: EventBuffer): void {
  for (const approval of openApprovals(buffer.state)) {
    if (approval.kind === 'SUSPEND') continue;
    const about = buffer.state.deadlines.find(({ id }) => id === approval.deadline);
    if (!about || !isOwed(about)) appendEvent(buffer, 'approvalLapsed', { approval: approval.id });
  }
}
