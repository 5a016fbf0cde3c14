import type { Case, Handover, UnitId, UserId } from '../model/case.js';
import type { Slot } from '../process/core.js';
import type { Directory, DirectoryUser } from '../policy/directory.js';
import { absenceOn, presentFor } from '../policy/absence.js';
import type { LocalDate } from '../time.js';
import { above, chief, holders, leadersOf, userOf } from './people.js';

/** What a receiver slot is resolved against. */
export interface SlotContext {
  readonly case: Pick<Case, 'owner' | 'deputy' | 'contact' | 'entrepreneur' | 'unit' | 'handovers'>;
  readonly directory: Directory;
  /** The one who owes: a letter to their manager never goes to themselves (domain.md 00.7). */
  readonly debtor?: UserId;
  /** The handover that the slot is about; the newest one sent when absent. */
  readonly handover?: Handover;
  /** The local day for which it is resolved: who is away then is stood in for. */
  readonly on?: LocalDate;
}

/**
 * The person a slot means now; undefined when nobody holds it.
 * `owner` `deputy` `contact` `entrepreneur` `debtor` `receiver:<n>` `manager-of:<unit>` `above:<unit>` `role:<role>@<unit>`;
 * as unit, `case` and `receiver` are places of the case.
 */
export function resolveSlot(slot: Slot, context: SlotContext): DirectoryUser | undefined {
  const { directory } = context;
  const [relation = '', object = ''] = [slot.split(':')[0], slot.slice(slot.indexOf(':') + 1)];
  switch (relation) {
    case 'owner':
      return present(userOf(directory, context.case.owner), context);
    case 'deputy':
      return userOf(directory, context.case.deputy ?? context.case.owner);
    case 'contact':
      return present(userOf(directory, context.case.contact), context);
    case 'entrepreneur':
      return context.case.entrepreneur ? userOf(directory, context.case.entrepreneur) : undefined;
    case 'debtor':
      return present(userOf(directory, context.debtor ?? context.case.owner), context);
    case 'receiver':
      return receiver(Number(object), context);
    case 'manager-of':
      return manager(placed(object, context), context);
    case 'above':
      return director(placed(object, context), context);
    case 'role':
      return roleHolder(object, context);
    default:
      return undefined;
  }
}

/** Letters of somebody who is away go to whoever acts for them that day; where nobody does, they wait for the person. */
function present(
  user: DirectoryUser | undefined,
  { case: state, directory, on }: SlotContext,
): DirectoryUser | undefined {
  if (!user || on === undefined) return user;
  const acting = presentFor(directory.absences, state, user.id, on);
  return (acting === null ? undefined : userOf(directory, acting)) ?? user;
}

function receiver(n: number, context: SlotContext): DirectoryUser | undefined {
  const person = handoverOf(context)?.receivers[n]?.person;
  return person ? present(userOf(context.directory, person), context) : undefined;
}

function handoverOf({ handover, case: { handovers } }: SlotContext): Handover | undefined {
  return handover ?? handovers.findLast(({ sentAt }) => sentAt !== undefined) ?? handovers.at(-1);
}

function placed(unit: string, context: SlotContext): UnitId {
  if (unit === 'case') return context.case.unit;
  if (unit === 'receiver') return handoverOf(context)?.receivers[0]?.unit ?? context.case.unit;
  return unit;
}

/** One level up when everybody who leads the unit is the one who owes, or away; a deputy leader comes before that. */
function manager(unit: UnitId, context: SlotContext): DirectoryUser | undefined {
  return leadersOf(context.directory, unit).find((user) => !passedOver(user, context)) ?? director(unit, context);
}

function director(unit: UnitId, context: SlotContext): DirectoryUser | undefined {
  const user = above(context.directory, unit);
  return user && !passedOver(user, context) ? user : (chief(context.directory, unit) ?? user);
}

function passedOver(user: DirectoryUser, { debtor, directory, on }: SlotContext): boolean {
  return user.id === debtor || (on !== undefined && absenceOn(directory.absences, user.id, on) !== undefined);
}

function roleHolder(object: string, { directory, case: { unit } }: SlotContext): DirectoryUser | undefined {
  const [role = '', at = 'case'] = object.split('@');
  const candidates = holders(directory, role, at === 'case' || at === 'any' ? unit : at);
  return candidates.find((user) => user.unit === at) ?? candidates[0];
}
