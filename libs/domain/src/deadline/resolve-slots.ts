import { askedIn, receiverOf } from './debtor-creditor.js';
import type { Case, Deadline } from '../model/case.js';
import type { Slot } from '../process/process-document.js';

/** Resolves a rung's relative slots when it fires, with the units that the case has at that moment. */
export function resolveSlots(state: Case, deadline: Deadline, places: readonly Slot[]): Slot[] {
  return [...new Set(places.map((place) => resolveSlot(state, deadline, place)))];
}

function resolveSlot(state: Case, deadline: Deadline, place: Slot): Slot {
  if (place === 'debtor') return debtorSlot(state, deadline);
  const [relation, where] = place.split(':');
  if (relation !== 'manager-of' && relation !== 'above') return place;
  if (where === 'asked') return askedManagerSlot(state, deadline, relation);
  const unit =
    where === 'receiver'
      ? (receiverOf(state, deadline.basis.about)?.unit ?? state.unit)
      : where === 'case'
        ? state.unit
        : where;
  return `${relation}:${unit}`;
}

/** The manager of whoever is asked; where the leader of the unit owes the answer, that is whoever is above. */
function askedManagerSlot(state: Case, { basis }: Deadline, relation: string): Slot {
  const asked = askedIn(state, basis.about);
  return `${asked?.user === undefined ? 'above' : relation}:${asked?.unit ?? state.unit}`;
}

function askedSlot(state: Case, { basis }: Deadline): Slot {
  const asked = askedIn(state, basis.about);
  return asked?.user === undefined ? `manager-of:${asked?.unit ?? state.unit}` : `user:${asked.user}`;
}

function debtorSlot(state: Case, deadline: Deadline): Slot {
  const { owedBy, basis } = deadline;
  if (owedBy.party === 'ENTREPRENEUR') return 'entrepreneur';
  if (owedBy.role === 'receiver') return `receiver:${basis.about?.place ?? 0}`;
  if (owedBy.role === 'asked') return askedSlot(state, deadline);
  if (owedBy.role === 'owner' || owedBy.role === 'sender' || owedBy.party !== 'MUNICIPALITY') return 'owner';
  return `role:${owedBy.role}@${state.unit}`;
}
