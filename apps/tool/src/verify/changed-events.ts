import { changesIn } from '../cases/history.js';
import type { Check } from './violation.js';

/** A stored event is never changed. */
export const changedEvents: Check = { name: 'changed event', find: ({ events }) => changesIn(events) };
