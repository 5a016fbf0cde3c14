import { isOutsideRole, isUnitRole } from '../policy/roles.js';
import type { Grant } from '../model/command.js';
import type { DirectoryUnit } from '../policy/directory.js';
import type { UnitId, UserId } from '../model/case.js';

/** A role as it was given to a person, before `effectiveGrants` expands it. */
export interface GivenGrant extends Grant {
  readonly person: UserId;
}

/**
 * Expands grants to one per person, role and unit, so that rules only compare.
 * 1. A `kommunalsjef` holds the role in all units below too; a `leder` only in the unit itself.
 * 2. The `kommunalsjef` of a unit is also its `leder`; the `leder` of a case-holding unit with units below is their `kommunalsjef`.
 * 3. A role that is not bound to a unit holds in every unit.
 * 4. A case-holding unit without a `leder` at work borrows its director, else the chief executive; for a director who is away
 *    it borrows the chief executive. No other role is borrowed, and never from the side: nobody reads or takes more because a
 *    neighbour has left.
 * @param away  those who are not at work on the day.
 */
export function effectiveGrants(
  given: readonly GivenGrant[],
  units: readonly DirectoryUnit[],
  away: ReadonlySet<UserId> = new Set(),
): ReadonlyMap<UserId, readonly Grant[]> {
  const rows = given.flatMap((grant) => expandGrant(grant, units).map((flat) => ({ person: grant.person, ...flat })));
  const borrowed = units.filter(({ holdsCases }) => holdsCases).flatMap(({ id }) => borrowedLeaders(rows, id, away));
  const byPerson = new Map<UserId, Map<string, Grant>>();
  for (const { person, ...grant } of [...rows, ...borrowed]) {
    const held = byPerson.get(person) ?? new Map<string, Grant>();
    byPerson.set(person, held.set(`${grant.role}@${grant.unit}`, grant));
  }
  return new Map([...byPerson].map(([person, held]) => [person, [...held.values()]]));
}

const LEADING_ROLES = ['leder', 'kommunalsjef', 'kommunedirektor'] as const;

function borrowedLeaders(rows: readonly GivenGrant[], unit: UnitId, away: ReadonlySet<UserId>): readonly GivenGrant[] {
  const holders = (role: string): UserId[] => [
    ...new Set(rows.filter((row) => row.role === role && row.unit === unit).map(({ person }) => person)),
  ];
  const atWork = (role: string): UserId[] => holders(role).filter((person) => !away.has(person));
  const borrow = (role: 'leder' | 'kommunalsjef'): GivenGrant[] => {
    if (atWork(role).length > 0) return [];
    const above = LEADING_ROLES.slice(LEADING_ROLES.indexOf(role) + 1).map(atWork);
    return (above.find((people) => people.length > 0) ?? []).map((person) => ({ person, role, unit, borrowed: true }));
  };
  return [...borrow('leder'), ...(holders('kommunalsjef').length > 0 ? borrow('kommunalsjef') : [])];
}

/** A person's expanded grants without the borrowed ones; the rules on administering people use these. */
export function ownGrants(person: UserId, given: readonly GivenGrant[], units: readonly DirectoryUnit[]): Grant[] {
  return given.filter((grant) => grant.person === person).flatMap((grant) => expandGrant(grant, units));
}

function expandGrant({ role, unit }: Grant, units: readonly DirectoryUnit[]): Grant[] {
  const below = subtree(unit, units);
  if (role === 'kommunalsjef') return [...below.map((id) => ({ role, unit: id })), { role: 'leder', unit }];
  if (role === 'leder' && below.length > 1 && !isSector(unit, units)) {
    return [{ role, unit }, ...below.map((id) => ({ role: 'kommunalsjef', unit: id }))];
  }
  if (isUnitRole(role) || isOutsideRole(role)) return [{ role, unit }];
  const everywhere = units.map(({ id }) => ({ role, unit: id }));
  return [{ role, unit }, ...everywhere];
}

function subtree(root: UnitId, units: readonly DirectoryUnit[]): UnitId[] {
  return [root, ...units.filter(({ parent }) => parent === root).flatMap(({ id }) => subtree(id, units))];
}

const isSector = (id: UnitId, units: readonly DirectoryUnit[]): boolean =>
  units.some((unit) => unit.id === id && !unit.holdsCases);
