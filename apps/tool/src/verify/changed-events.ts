import { changesIn } from '../cases/history.js';
import type { Check } from './violation.js';

/** An event is for ever what was written. */
export const changedEvents: Check = { name: 'changed event', find: ({ events }) => changesIn(events) };
