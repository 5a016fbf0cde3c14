import { demoGrants, demoPeople } from '../../demo/municipality.js';

/** A user who can be chosen. */
export interface DemoUser {
  readonly id: string;
  readonly name: string;
}

/** Users who have the same role. */
export interface UserGroup {
  readonly label: string;
  readonly users: readonly DemoUser[];
}

/** The demo users by role. @param audience  staff, or contacts of organisations outside. */
export function demoUserGroups(audience: 'staff' | 'contacts'): readonly UserGroup[] {
  const groups = new Map<string, DemoUser[]>();
  for (const { id, name, staff } of demoPeople) {
    if (staff !== (audience === 'staff')) continue;
    const role = demoGrants.find(({ person }) => person === id)?.role ?? '';
    groups.set(role, [...(groups.get(role) ?? []), { id, name }]);
  }
  return [...groups.values()].map((users) => ({ label: labelOf(users), users }));
}

/** The common part of the names of a role: `Leder` of `Leder, Kultur`. */
const labelOf = ([first]: readonly DemoUser[]): string => (first?.name ?? '').split(/,| \d/)[0] ?? '';
