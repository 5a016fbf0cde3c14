import { openCustody } from './two-owners.js';
import type { Check } from './violation.js';

/** Every case has an accountable person, also when it is closed. */
export const noOwner: Check = {
  name: 'no owner',
  find: (file) => {
    const { events, view, replayed } = file;
    if (events.length === 0 && !view) return [];
    return [
      ...(openCustody(file).length === 0 ? ['no custody row is open'] : []),
      ...(view?.owner.trim() === '' ? ["the case's row names nobody"] : []),
      ...(replayed.ok && replayed.state.owner.trim() === '' ? ['by its events the case belongs to nobody'] : []),
    ];
  },
};
