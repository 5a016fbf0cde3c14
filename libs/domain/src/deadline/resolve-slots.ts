import { debtor, receiverOf } from './debtor-creditor.js';
import { questionWith } from '../model/questions.js';
import type { Case, Deadline, ResolvedParty, UnitId } from '../model/case.js';
import type { ProcessCore, Slot } from '../process/process-document.js';
import type { LocalDate } from '../time.js';

/** Resolves a rung's relative slots when it fires, with the units that the case has at that moment. */
export function resolveSlots(
  core: ProcessCore,
  state: Case,
  deadline: Deadline,
  places: readonly Slot[],
  on: LocalDate,
): Slot[] {
  return [...new Set(places.map((place) => resolveSlot(core, state, deadline, place, on)))];
}

function resolveSlot(core: ProcessCore, state: Case, deadline: Deadline, place: Slot, on: LocalDate): Slot {
  if (place === 'debtor') return debtorSlot(core, state, deadline, on);
  const [relation, where] = place.split(':');
  if (relation !== 'manager-of' && relation !== 'above') return place;
  if (where === 'asked') return askedManagerSlot(state, deadline, relation);
  const unit =
    where === 'receiver'
      ? (receiverOf(state, deadline.basis.about)?.unit ?? state.unit)
      : where === 'case'
        ? state.unit
        : (where ?? state.unit);
  return managerSlot(relation, unit, debtor(core, state, deadline, on));
}

/** Whoever is over the debtor: a debt is never escalated to the role that owes it, nor to one below it. */
function managerSlot(relation: string, unit: UnitId, owes: ResolvedParty): Slot {
  const isOfUnit = owes.user === undefined && owes.unit === unit;
  if (isOfUnit && owes.role === 'leder') return `above:${unit}`;
  return isOfUnit && owes.role === 'kommunalsjef' ? `role:kommunedirektor@${unit}` : `${relation}:${unit}`;
}

/** The manager of whoever is asked; where the leader of the unit owes the answer, that is whoever is above. */
function askedManagerSlot(state: Case, { basis }: Deadline, relation: string): Slot {
  const asked = questionWith(state, basis.about?.id);
  return `${asked?.person === undefined ? 'above' : relation}:${asked?.unit ?? state.unit}`;
}

/** The relation that the debtor has to the case, so that the slot follows it; a person or role where it has none. */
function debtorSlot(core: ProcessCore, state: Case, deadline: Deadline, on: LocalDate): Slot {
  const { party, role, unit, user } = debtor(core, state, deadline, on);
  if (party === 'ENTREPRENEUR') return 'entrepreneur';
  if (role === 'receiver') return `receiver:${deadline.basis.about?.id ?? ''}:${deadline.basis.about?.place ?? 0}`;
  if (party !== 'MUNICIPALITY' || role === 'sender' || user === state.owner) return 'owner';
  if (role === 'owner' || role === 'contact' || role === 'deputy') return role;
  if (user !== undefined) return `user:${user}`;
  return role === 'leder' ? `manager-of:${unit ?? state.unit}` : `role:${role}@${unit ?? state.unit}`;
}
