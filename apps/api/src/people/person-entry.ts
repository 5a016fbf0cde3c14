import type { z } from 'zod';
import type { Actor } from '#domain/model/command.js';
import { covers } from '#domain/period.js';
import { canAdministerUnit } from '#domain/policy/administration.js';
import type { personEntry } from '#contracts/http/people/person.js';
import type { LocalDate } from '#domain/time.js';
import type { PersonRow } from '#store/people/person-table.js';
import type { RoleGrantRow } from '#store/people/role-grant-table.js';

export type PersonEntry = z.infer<typeof personEntry>;

/** A person in the list of people. E-mail and phone are shown only to the person and to those who lead them. */
export function personEntryOf(
  row: PersonRow,
  { grants, on, actor }: { readonly grants: readonly RoleGrantRow[]; readonly on: LocalDate; readonly actor: Actor },
): PersonEntry {
  const { id, name, unit, staff, email, phone, version } = row;
  const active = row.deactivatedAt === null;
  const held = grants.filter((grant) => active && grant.person === id && covers(grant, on));
  const showsContactDetails = actor.user === id || canAdministerUnit(actor, unit);
  return {
    id,
    name,
    unit,
    staff,
    active,
    roles: held.map((grant) => ({ role: grant.role, unit: grant.unit })),
    ...(showsContactDetails && { email, phone }),
    version,
  };
}
