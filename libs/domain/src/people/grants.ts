import { isOutsideRole, isUnitRole } from '../policy/roles.js';
import type { Grant } from '../model/command.js';
import type { DirectoryUnit } from '../policy/directory.js';
import type { UnitId, UserId } from '../model/case.js';

/** A grant as it was given. */
export interface GivenGrant extends Grant {
  readonly person: UserId;
}

/** Of these a unit that has none borrows every holder elsewhere. */
const BORROWED = ['saksbehandler', 'leder', 'mentor', 'pilotleder', 'driftsansvarlig'];

/**
 * Grants flat, a row a unit, so that rules only compare.
 * 1. A role over a unit holds in the units below it too: `kommunalsjef` of a sector, `leder` only in the unit itself.
 * 2. The director of a sector unit also leads that unit; the leader of a staff unit with units below is their director.
 * 3. A role without a unit of its own acts everywhere.
 * 4. A role that a unit lacks is filled by every holder elsewhere.
 */
export function flatGrants(
  given: readonly GivenGrant[],
  units: readonly DirectoryUnit[],
): ReadonlyMap<UserId, readonly Grant[]> {
  const rows = given.flatMap((grant) => expanded(grant, units).map((flat) => ({ person: grant.person, ...flat })));
  const borrowed = BORROWED.flatMap((role) => {
    const holders = [
      ...new Set(rows.filter((row) => row.role === role && !isSector(row.unit, units)).map((row) => row.person)),
    ];
    const lacking = units.filter(
      ({ id, holdsCases }) => holdsCases && !rows.some((row) => row.role === role && row.unit === id),
    );
    return lacking.flatMap(({ id }) => holders.map((person) => ({ person, role, unit: id })));
  });
  const byPerson = new Map<UserId, Map<string, Grant>>();
  for (const { person, role, unit } of [...rows, ...borrowed]) {
    const held = byPerson.get(person) ?? new Map<string, Grant>();
    byPerson.set(person, held.set(`${role}@${unit}`, { role, unit }));
  }
  return new Map([...byPerson].map(([person, held]) => [person, [...held.values()]]));
}

/** A person's own grants, flat, without what units only borrow: what administering people goes by. */
export function ownGrants(person: UserId, given: readonly GivenGrant[], units: readonly DirectoryUnit[]): Grant[] {
  return given.filter((grant) => grant.person === person).flatMap((grant) => expanded(grant, units));
}

function expanded({ role, unit }: Grant, units: readonly DirectoryUnit[]): Grant[] {
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
