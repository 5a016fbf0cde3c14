import { MANAGER_ROLES } from './permits.js';
import { isUnitRole } from './roles.js';
import type { UnitId, UserId } from '../model/case.js';
import type { Actor, Grant } from '../model/command.js';

/**
 * Who may change people, units, roles and absences. `actor.grants` must be the person's own roles only, with a
 * role above a unit repeated for every unit below it.
 */

const DIRECTORS: readonly string[] = ['kommunalsjef', 'kommunedirektor'];

export const isAdmin = ({ grants }: Actor): boolean => grants.some(({ role }) => role === 'admin');

/** A manager of the unit or of one above it administers its people and their absences. */
export const canAdministerUnit = (actor: Actor, unit: UnitId): boolean =>
  isAdmin(actor) || holdsRoleIn(actor, MANAGER_ROLES, unit);

/** A manager gives unit roles, a director also `leder`; only an administrator gives roles that are valid everywhere. */
export function canGrant(actor: Actor, role: string, unit: UnitId): boolean {
  if (isAdmin(actor)) return true;
  if (!isUnitRole(role) || role === 'kommunalsjef') return false;
  return role === 'leder' ? holdsRoleIn(actor, DIRECTORS, unit) : canAdministerUnit(actor, unit);
}

/**
 * Required for changing a person's e-mail (they may sign in with it) and for ending their work. Otherwise a manager
 * could take over an account with wider access, or remove their own superior.
 */
export const canGrantAll = (actor: Actor, grants: readonly Grant[]): boolean =>
  grants.every(({ role, unit }) => canGrant(actor, role, unit));

/** The person and their managers may register an absence. */
export const canChangeAbsence = (actor: Actor, person: { readonly id: UserId; readonly unit: UnitId }): boolean =>
  actor.user === person.id || canAdministerUnit(actor, person.unit);

/**
 * Who is away names their own substitute; for somebody else only who could give their roles does so, as a substitute acts as
 * the person in their cases.
 * @param held  the roles of the person who is away.
 */
export const canNameSubstitute = (actor: Actor, person: UserId, held: readonly Grant[]): boolean =>
  actor.user === person || canGrantAll(actor, held);

/** Roles that move many cases at once; each case still decides whether its own move is allowed. */
export const MOVERS_OF_MANY_CASES = ['leder', 'kommunalsjef', 'kommunedirektor', 'admin'] as const;

function holdsRoleIn({ grants }: Actor, roles: readonly string[], unit: UnitId): boolean {
  return grants.some((grant) => grant.unit === unit && roles.includes(grant.role));
}
