import type { UserId } from '../model/case.js';
import type { GivenGrant } from './grants.js';

const LEADING = ['leder', 'kommunalsjef'];

/**
 * The grants of a day with deputy leaders in their leader's place: while everybody who leads a unit is away, or nobody
 * does, its `nestleder` has the leading role with all that follows from it. Done before grants are made flat, so that
 * no rule needs to know of deputies.
 */
export function withActingLeaders(given: readonly GivenGrant[], away: ReadonlySet<UserId>): readonly GivenGrant[] {
  const acting = given
    .filter(({ role, person }) => role === 'nestleder' && !away.has(person))
    .flatMap(({ person, unit }) => rolesToFill(given, unit, away).map((role) => ({ person, role, unit })));
  return [...given, ...acting];
}

function rolesToFill(given: readonly GivenGrant[], unit: string, away: ReadonlySet<UserId>): readonly string[] {
  const leaders = given.filter((grant) => grant.unit === unit && LEADING.includes(grant.role));
  if (leaders.some(({ person }) => !away.has(person))) return [];
  return leaders.length === 0 ? ['leder'] : [...new Set(leaders.map(({ role }) => role))];
}
