import type { Case, Handover, UnitId, UserId } from '../model/case.js';
import type { Slot } from '../process/process-document.js';
import type { Directory, DirectoryUser } from '../policy/directory.js';
import { absenceOn, actingPersonFor } from '../policy/absence.js';
import type { LocalDate } from '../time.js';
import { peopleInRole } from './duty-holders.js';
import { superiorOf, chiefExecutiveOf, usersWithRole, leadersOf, findUser } from './directory-lookup.js';

/** What a recipient slot is resolved against. */
export interface SlotContext {
  readonly case: Pick<Case, 'owner' | 'deputy' | 'contact' | 'entrepreneur' | 'unit' | 'handovers'>;
  readonly directory: Directory;
  /** Who owes the deadline: what is meant for their manager never goes to themselves (domain.md 00.7). */
  readonly debtor?: UserId;
  /** Default: the newest sent handover. */
  readonly handover?: Handover;
  /** When given, people who are away on this local day are replaced by whoever acts for them. */
  readonly on?: LocalDate;
}

/**
 * The person that a slot points to; undefined when there is nobody.
 * `owner` `deputy` `contact` `entrepreneur` `debtor` `receiver:<handover>:<place>` `user:<id>` `manager-of:<unit>` `above:<unit>` `role:<role>@<unit>`;
 * `<unit>` is an id, `case` (the unit of the case) or `receiver` (the receiving unit).
 */
export function resolveSlot(slot: Slot, context: SlotContext): DirectoryUser | undefined {
  const { directory } = context;
  const [relation = '', object = ''] = [slot.split(':')[0], slot.slice(slot.indexOf(':') + 1)];
  switch (relation) {
    case 'owner':
      return presentOrActing(findUser(directory, context.case.owner), context);
    case 'deputy':
      return findUser(directory, context.case.deputy ?? context.case.owner);
    case 'contact':
      return presentOrActing(findUser(directory, context.case.contact), context);
    case 'entrepreneur':
      return context.case.entrepreneur ? findUser(directory, context.case.entrepreneur) : undefined;
    case 'debtor':
      return presentOrActing(findUser(directory, context.debtor ?? context.case.owner), context);
    case 'user':
      return presentOrActing(findUser(directory, object), context);
    case 'receiver':
      return receiverAt(object, context);
    case 'manager-of':
      return managerOrSuperior(unitOf(object, context), context);
    case 'above':
      return directorOrChief(unitOf(object, context), context);
    case 'role':
      return roleHolder(object, context);
    default:
      return undefined;
  }
}

/** The user, or whoever acts for them while they are away; the user when nobody does. */
function presentOrActing(
  user: DirectoryUser | undefined,
  { case: state, directory, on }: SlotContext,
): DirectoryUser | undefined {
  if (!user || on === undefined) return user;
  const actingId = actingPersonFor(directory.absences, state, user.id, on);
  return (actingId === null ? undefined : findUser(directory, actingId)) ?? user;
}

/** @param object  `<handover>:<place>` */
function receiverAt(object: string, context: SlotContext): DirectoryUser | undefined {
  const [id, place] = object.split(':');
  const person = context.case.handovers.find((it) => it.id === id)?.receivers[Number(place)]?.person;
  return person ? presentOrActing(findUser(context.directory, person), context) : undefined;
}

function relevantHandover({ handover, case: { handovers } }: SlotContext): Handover | undefined {
  return handover ?? handovers.findLast(({ sentAt }) => sentAt !== undefined) ?? handovers.at(-1);
}

function unitOf(unit: string, context: SlotContext): UnitId {
  if (unit === 'case') return context.case.unit;
  if (unit === 'receiver') return relevantHandover(context)?.receivers[0]?.unit ?? context.case.unit;
  return unit;
}

/** A leader of the unit, or its director when every leader is away or is the debtor. */
function managerOrSuperior(unit: UnitId, context: SlotContext): DirectoryUser | undefined {
  return (
    leadersOf(context.directory, unit).find((user) => !isPassedOver(user, context)) ?? directorOrChief(unit, context)
  );
}

function directorOrChief(unit: UnitId, context: SlotContext): DirectoryUser | undefined {
  const user = superiorOf(context.directory, unit);
  return user && !isPassedOver(user, context) ? user : (chiefExecutiveOf(context.directory, unit) ?? user);
}

function isPassedOver(user: DirectoryUser, { debtor, directory, on }: SlotContext): boolean {
  return user.id === debtor || (on !== undefined && absenceOn(directory.absences, user.id, on) !== undefined);
}

/** The first holder who is at work, those of the unit first; the first holder when nobody is. */
function roleHolder(object: string, { directory, case: { unit }, on }: SlotContext): DirectoryUser | undefined {
  const [role = '', place = 'case'] = object.split('@');
  const at = place === 'case' || place === 'any' ? unit : place;
  if (on !== undefined) return peopleInRole(directory, role, at, on).sort(byHome(at))[0];
  return [...usersWithRole(directory, role, at)].sort(byHome(at))[0];
}

const byHome =
  (unit: UnitId) =>
  (a: DirectoryUser, b: DirectoryUser): number =>
    Number(b.unit === unit) - Number(a.unit === unit);
