import { changesIn } from '#store/cases/inspect/case-history.js';
import type { CaseCheck } from './violation.js';

/** A stored event is never changed. */
export const changedEvents: CaseCheck = { name: 'changed event', find: ({ events }) => changesIn(events) };
