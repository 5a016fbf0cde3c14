import type { Deadline } from '../model/case.js';

/** Whether it is outstanding: open, paused, or breached and not yet met. */
export function isOwed(deadline: Deadline): boolean {
  return (
    deadline.state === 'OPEN' ||
    deadline.state === 'PAUSED' ||
    (deadline.state === 'BREACHED' && deadline.metAt === undefined)
  );
}
