import { requiredReceivers } from '../gate/required-receivers.js';
import { roleAndUnitOf } from '../policy/permits.js';
import { eligibleUsers } from './narrow-schema.js';
import type { Case } from '../model/case.js';
import type { Directory } from '../policy/directory.js';
import type { Capacity, ProcessDocument } from '../process/process-document.js';

/** A receiver for every capacity that must accept the decision's handover; one person may have several. */
export function proposedReceivers(
  document: ProcessDocument,
  state: Case,
  directory: Directory,
): { unit: string; person: string }[] {
  const receivers: { unit: string; person: string }[] = [];
  for (const capacity of requiredReceivers(document, state)) {
    const found = receiverFor(document, state, directory, capacity);
    if (found && !receivers.some(({ person }) => person === found.person)) receivers.push(found);
  }
  return receivers;
}

function receiverFor(
  document: ProcessDocument,
  state: Case,
  directory: Directory,
  { who }: Capacity,
): { unit: string; person: string } | undefined {
  for (const one of who) {
    const { role, unit } = roleAndUnitOf(document, state, one);
    const person = eligibleUsers(document, state, directory, one).find(
      (user) =>
        user.id !== state.owner &&
        user.grants.some((grant) => grant.role === role && (unit === null || grant.unit === unit)),
    );
    if (person) return { unit: unit ?? person.unit, person: person.id };
  }
  return undefined;
}
