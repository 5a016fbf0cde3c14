import { requiredReceivers } from '../gate/required-receivers.js';
import { roleAndUnitOf } from '../policy/permits.js';
import { eligibleUsers } from './narrow-schema.js';
import type { Case } from '../model/case.js';
import type { Directory } from '../policy/directory.js';
import type { Capacity, ProcessDocument } from '../process/process-document.js';

/**
 * A receiver for every capacity that must accept the decision's handover; one person may have several. Whoever said no or never
 * answered is proposed again only when there is nobody else; whoever leads the unit that chooses after a lapse, never, since
 * nobody accepts what they sent.
 */
export function proposedReceivers(
  document: ProcessDocument,
  state: Case,
  directory: Directory,
): { unit: string; person: string }[] {
  const receivers: { unit: string; person: string }[] = [];
  const sends = sendersOf(state, directory);
  const passedOver = new Set([...sends, ...passedOverIn(state)]);
  for (const capacity of requiredReceivers(document, state)) {
    const found =
      receiverFor(document, state, directory, capacity, passedOver) ??
      receiverFor(document, state, directory, capacity, sends);
    if (found && !receivers.some(({ person }) => person === found.person)) receivers.push(found);
  }
  return receivers;
}

/** Those who may take each capacity that must accept: whoever is proposed first; whoever sends, never. */
export function receiverChoices(
  document: ProcessDocument,
  state: Case,
  directory: Directory,
): readonly { readonly capacity: string; readonly choices: readonly { unit: string; person: string }[] }[] {
  const proposed = proposedReceivers(document, state, directory).map(({ person }) => person);
  const sends = sendersOf(state, directory);
  return requiredReceivers(document, state).map(({ capacity, who }) => {
    const found = who.flatMap((one) => {
      const { role, unit } = roleAndUnitOf(document, state, one);
      return eligibleUsers(document, state, directory, one)
        .filter(({ grants }) => grants.some((grant) => grant.role === role && (unit === null || grant.unit === unit)))
        .map((user) => ({ unit: unit ?? user.unit, person: user.id }));
    });
    const choices = found.filter(
      ({ person }, at) => !sends.has(person) && found.findIndex((it) => it.person === person) === at,
    );
    const place = ({ person }: { person: string }): number => (proposed.includes(person) ? 0 : 1);
    return { capacity, choices: choices.sort((a, b) => place(a) - place(b)) };
  });
}

function sendersOf({ owner, handovers }: Case, { users }: Directory): ReadonlySet<string> {
  const newest = handovers.at(-1);
  if (newest?.state !== 'LAPSED') return new Set([owner]);
  const leads = ({ grants }: Directory['users'][number]): boolean =>
    grants.some(({ role, unit }) => role === 'leder' && unit === newest.from.unit);
  return new Set([owner, ...users.filter(leads).map(({ id }) => id)]);
}

function passedOverIn({ handovers }: Case): string[] {
  const newest = handovers.at(-1);
  const isSilent = newest?.state === 'LAPSED';
  const silent = newest?.receivers.filter(({ state }) => state === 'DECLINED' || (isSilent && state !== 'ACCEPTED'));
  return silent?.map(({ person }) => person) ?? [];
}

function receiverFor(
  document: ProcessDocument,
  state: Case,
  directory: Directory,
  { who }: Capacity,
  except: ReadonlySet<string>,
): { unit: string; person: string } | undefined {
  for (const one of who) {
    const { role, unit } = roleAndUnitOf(document, state, one);
    const person = eligibleUsers(document, state, directory, one).find(
      (user) =>
        !except.has(user.id) &&
        user.grants.some((grant) => grant.role === role && (unit === null || grant.unit === unit)),
    );
    if (person) return { unit: unit ?? person.unit, person: person.id };
  }
  return undefined;
}
