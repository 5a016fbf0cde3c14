import type { Directory, DirectoryUser } from '../policy/directory.js';
import type { UnitId, UserId } from '../model/case.js';

export function findUser(directory: Directory, id: UserId): DirectoryUser | undefined {
  return directory.users.find((user) => user.id === id);
}

export function usersWithRole(directory: Directory, role: string, unit: UnitId): readonly DirectoryUser[] {
  return directory.users.filter((user) => hasRole(user, role, unit));
}

export function hasRole(user: DirectoryUser, role: string, unit: UnitId): boolean {
  return user.grants.some((grant) => grant.role === role && grant.unit === unit);
}

/** The leaders of a unit: those whose home unit it is, else the first of the others. */
export function leadersOf(directory: Directory, unit: UnitId): readonly DirectoryUser[] {
  const leaders = usersWithRole(directory, 'leder', unit);
  const own = leaders.filter((user) => user.unit === unit);
  return own.length > 0 ? own : leaders.slice(0, 1);
}

export function managerOf(directory: Directory, unit: UnitId): DirectoryUser | undefined {
  return leadersOf(directory, unit)[0];
}

/** The sector director above a unit; above a unit that the director leads, the chief executive. */
export function superiorOf(directory: Directory, unit: UnitId): DirectoryUser | undefined {
  const director = preferOwnUnit(usersWithRole(directory, 'kommunalsjef', unit), unit);
  return director && hasRole(director, 'leder', unit)
    ? chiefExecutiveOf(directory, unit)
    : (director ?? chiefExecutiveOf(directory, unit));
}

export function chiefExecutiveOf(directory: Directory, unit: UnitId): DirectoryUser | undefined {
  return usersWithRole(directory, 'kommunedirektor', unit)[0];
}

function preferOwnUnit(users: readonly DirectoryUser[], unit: UnitId): DirectoryUser | undefined {
  return users.find((user) => user.unit === unit) ?? users[0];
}
