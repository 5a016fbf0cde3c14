import type { UserId } from '../model/case.js';
import type { GivenGrant } from './effective-grants.js';

const LEADING_ROLES = ['leder', 'kommunalsjef'];

/**
 * Adds the leading role to a unit's deputy leaders (`nestleder`) while every leader of the unit is away, or it has none.
 * Call it before `effectiveGrants`, so that the rules need not know about deputy leaders.
 */
export function withActingLeaders(given: readonly GivenGrant[], away: ReadonlySet<UserId>): readonly GivenGrant[] {
  const actingGrants = given
    .filter(({ role, person }) => role === 'nestleder' && !away.has(person))
    .flatMap(({ person, unit }) => vacantLeadingRoles(given, unit, away).map((role) => ({ person, role, unit })));
  return [...given, ...actingGrants];
}

function vacantLeadingRoles(given: readonly GivenGrant[], unit: string, away: ReadonlySet<UserId>): readonly string[] {
  const leaders = given.filter((grant) => grant.unit === unit && LEADING_ROLES.includes(grant.role));
  if (leaders.some(({ person }) => !away.has(person))) return [];
  return leaders.length === 0 ? ['leder'] : [...new Set(leaders.map(({ role }) => role))];
}
