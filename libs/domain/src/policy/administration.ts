import { MANAGER_ROLES } from './permits.js';
import { isUnitRole } from './roles.js';
import type { UnitId, UserId } from '../model/case.js';
import type { Actor, Grant } from '../model/command.js';

/**
 * Who may change the registers of people, units, roles and absences. The actor's grants are the person's own, the subtree
 * expanded: a role that a unit only borrows from elsewhere leads nobody.
 */

const DIRECTORS: readonly string[] = ['kommunalsjef', 'kommunedirektor'];

export const isAdmin = ({ grants }: Actor): boolean => grants.some(({ role }) => role === 'admin');

/** Leads the unit or stands above it: administers its people and their absences. */
export const mayLead = (actor: Actor, unit: UnitId): boolean => isAdmin(actor) || holds(actor, MANAGER_ROLES, unit);

/** A leader gives the roles of the unit; the leader's own role comes from above, and what acts everywhere from an administrator. */
export function mayGrant(actor: Actor, role: string, unit: UnitId): boolean {
  if (isAdmin(actor)) return true;
  if (!isUnitRole(role) || role === 'kommunalsjef') return false;
  return role === 'leder' ? holds(actor, DIRECTORS, unit) : mayLead(actor, unit);
}

/**
 * Changes somebody's e-mail, which may be a way in, or ends their work: only of those whose every role one could give and
 * take, so that nobody comes into more than they have, nor is rid of who is set over them.
 */
export const mayChangeReach = (actor: Actor, held: readonly Grant[]): boolean =>
  held.every(({ role, unit }) => mayGrant(actor, role, unit));

/** Says that somebody is away: they themselves, and who leads them. */
export const mayChangeAbsence = (actor: Actor, person: { readonly id: UserId; readonly unit: UnitId }): boolean =>
  actor.user === person.id || mayLead(actor, person.unit);

/** Moves many cases at once; each case still judges its own move. */
export const mayMoveMany = (actor: Actor): boolean =>
  isAdmin(actor) || actor.grants.some(({ role }) => MANAGER_ROLES.includes(role));

function holds({ grants }: Actor, roles: readonly string[], unit: UnitId): boolean {
  return grants.some((grant) => grant.unit === unit && roles.includes(grant.role));
}
