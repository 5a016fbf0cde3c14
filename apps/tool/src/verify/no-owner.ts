import { openOwnerships } from './two-owners.js';
import type { CaseCheck } from './violation.js';

/** Every case has an accountable person, also when it is closed. */
export const noOwner: CaseCheck = {
  name: 'no owner',
  find: (caseFile) => {
    const { events, view, replayed } = caseFile;
    if (events.length === 0 && !view) return [];
    return [
      ...(openOwnerships(caseFile).length === 0 ? ['no ownership row is open'] : []),
      ...(view?.owner.trim() === '' ? ["the case's row names nobody"] : []),
      ...(replayed.ok && replayed.state.owner.trim() === '' ? ['by its events the case belongs to nobody'] : []),
    ];
  },
};
