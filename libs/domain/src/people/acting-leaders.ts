import type { UserId } from '../model/case.js';
import type { GivenGrant } from './effective-grants.js';

const LEADING_ROLES = ['leder', 'kommunalsjef'];

/**
 * Adds the leading role to a unit's deputy leaders (`nestleder`) while every leader of the unit is away, or it has none; where
 * no deputy leader is at work, to the leaders' substitutes. Call it before `effectiveGrants`, so that the rules need not know
 * about acting leaders.
 * @param substituteOf  who acts for a person who is away. Without it no substitute leads: to administer people is not handed on.
 */
export function withActingLeaders(
  given: readonly GivenGrant[],
  away: ReadonlySet<UserId>,
  substituteOf: (person: UserId) => UserId | undefined = () => undefined,
): readonly GivenGrant[] {
  const actingGrants = given
    .filter(({ role, person }) => role === 'nestleder' && !away.has(person))
    .flatMap(({ person, unit }) => vacantLeadingRoles(given, unit, away).map((role) => ({ person, role, unit })));
  const substituteGrants = given
    .filter(({ role, unit }) => LEADING_ROLES.includes(role) && vacantLeadingRoles(given, unit, away).includes(role))
    .filter(({ unit }) => !actingGrants.some((acting) => acting.unit === unit))
    .flatMap(({ person, role, unit }) => {
      const substitute = substituteOf(person);
      return substitute === undefined ? [] : [{ person: substitute, role, unit }];
    });
  return [...given, ...actingGrants, ...substituteGrants];
}

function vacantLeadingRoles(given: readonly GivenGrant[], unit: string, away: ReadonlySet<UserId>): readonly string[] {
  const leaders = given.filter((grant) => grant.unit === unit && LEADING_ROLES.includes(grant.role));
  if (leaders.some(({ person }) => !away.has(person))) return [];
  return leaders.length === 0 ? ['leder'] : [...new Set(leaders.map(({ role }) => role))];
}
