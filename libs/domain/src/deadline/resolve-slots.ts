import { receiverOf } from './debtor-creditor.js';
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
  const unit =
    where === 'receiver'
      ? (receiverOf(state, deadline.basis.about)?.unit ?? state.unit)
      : where === 'case'
        ? state.unit
        : where;
  return `${relation}:${unit}`;
}

function debtorSlot(state: Case, { owedBy, basis }: Deadline): Slot {
  if (owedBy.party === 'ENTREPRENEUR') return 'entrepreneur';
  if (owedBy.role === 'receiver') return `receiver:${basis.about?.place ?? 0}`;
  if (owedBy.role === 'owner' || owedBy.role === 'sender' || owedBy.party !== 'MUNICIPALITY') return 'owner';
  return `role:${owedBy.role}@${state.unit}`;
}
