import { nextWakeAt as today } from '../../../libs/domain/src/deadline/next-wake.js';
import { addMillis } from '../../../libs/domain/src/time.js';

/** Today's `nextWakeAt`, except that the case wakes a minute too late. */
export const nextWakeAt: typeof today = (state) => {
  const due = today(state);
  return due === null ? null : addMillis(due, 60_000);
};
