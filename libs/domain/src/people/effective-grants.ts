import { isOutsideRole, isUnitRole } from '../policy/roles.js';
import type { Grant } from '../model/command.js';
import type { DirectoryUnit } from '../policy/directory.js';
import type { UnitId, UserId } from '../model/case.js';

/** A role as it was given to a person, before `effectiveGrants` expands it. */
export interface GivenGrant extends Grant {
  readonly person: UserId;
}

/** A unit without its own holder of one of these roles gets every holder from other units. */
const BORROWABLE_ROLES = ['saksbehandler', 'leder', 'mentor', 'pilotleder', 'driftsansvarlig'];

/**
 * Expands grants to one per person, role and unit, so that rules only compare.
 * 1. A `kommunalsjef` holds the role in all units below too; a `leder` only in the unit itself.
 * 2. The `kommunalsjef` of a unit is also its `leder`; the `leder` of a case-holding unit with units below is their `kommunalsjef`.
 * 3. A role that is not bound to a unit holds in every unit.
 * 4. A unit without a holder of a borrowable role gets every holder from other units.
 */
export function effectiveGrants(
  given: readonly GivenGrant[],
  units: readonly DirectoryUnit[],
): ReadonlyMap<UserId, readonly Grant[]> {
  const rows = given.flatMap((grant) => expandGrant(grant, units).map((flat) => ({ person: grant.person, ...flat })));
  const borrowed = BORROWABLE_ROLES.flatMap((role) => {
    const holders = [
      ...new Set(rows.filter((row) => row.role === role && !isSector(row.unit, units)).map((row) => row.person)),
    ];
    const unitsWithout = units.filter(
      ({ id, holdsCases }) => holdsCases && !rows.some((row) => row.role === role && row.unit === id),
    );
    return unitsWithout.flatMap(({ id }) => holders.map((person) => ({ person, role, unit: id })));
  });
  const byPerson = new Map<UserId, Map<string, Grant>>();
  for (const { person, role, unit } of [...rows, ...borrowed]) {
    const held = byPerson.get(person) ?? new Map<string, Grant>();
    byPerson.set(person, held.set(`${role}@${unit}`, { role, unit }));
  }
  return new Map([...byPerson].map(([person, held]) => [person, [...held.values()]]));
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
