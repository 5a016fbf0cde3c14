import type { Deadline } from '../model/case.js';

/** Still asks something of somebody: open, paused, or breached and not yet met. */
export function isOwed(deadline: Deadline): boolean {
  return (
    deadline.state === 'OPEN' ||
    deadline.state === 'PAUSED' ||
    (deadline.state === 'BREACHED' && deadline.metAt === undefined)
  );
}
