import { demoGrants, demoPeople } from '#infra/demo/people.js';

/** Somebody who can be picked. */
export interface DemoUser {
  readonly id: string;
  readonly name: string;
}

/** Users who have the same role. */
export interface UserGroup {
  readonly label: string;
  readonly users: readonly DemoUser[];
}

/** The demonstration's users who come in by a door: staff, or people from outside. */
export function groupsFor(door: 'staff' | 'contacts'): readonly UserGroup[] {
  const groups = new Map<string, DemoUser[]>();
  for (const { id, name, staff } of demoPeople) {
    if (staff !== (door === 'staff')) continue;
    const role = demoGrants.find(({ person }) => person === id)?.role ?? '';
    groups.set(role, [...(groups.get(role) ?? []), { id, name }]);
  }
  return [...groups.values()].map((users) => ({ label: labelOf(users), users }));
}

/** What the names of a role have in common: `Leder` of `Leder, Kultur`. */
const labelOf = ([first]: readonly DemoUser[]): string => (first?.name ?? '').split(/,| \d/)[0] ?? '';
