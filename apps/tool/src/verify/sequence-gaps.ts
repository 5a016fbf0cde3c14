import { gapsIn } from '#store/cases/inspect/case-history.js';
import type { CaseCheck } from './violation.js';

/** Events are numbered from 1 without gaps, up to the highest version in the view. */
export const sequenceGaps: CaseCheck = {
  name: 'sequence gap',
  find: ({ events, view, deadlines, handovers, ownershipHistory }) => {
    const hasViews = view !== null || deadlines.length + handovers.length + ownershipHistory.length > 0;
    if (events.length === 0) return hasViews ? ['there are view rows but not one event'] : [];
    return gapsIn(events, view?.version ?? 0);
  },
};
