import { covers, hasEnded } from '#domain/period.js';
import type { LocalDate } from '#domain/time.js';
import type { PeopleRegister } from './people-register.js';
import type { RoleGrantRow } from './role-grant-table.js';

/** Grants of a unit's deputy leaders that are in force on `from` or later. */
export function deputyLeaderGrants(register: PeopleRegister, unit: string, from: LocalDate): readonly RoleGrantRow[] {
  return register
    .grantsOfRole('nestleder')
    .filter((grant) => grant.unit === unit && !hasEnded(grant, from) && register.isActive(grant.person));
}

export function deputyLeaderOn(register: PeopleRegister, unit: string, on: LocalDate): string | undefined {
  return deputyLeaderGrants(register, unit, on).find((grant) => covers(grant, on))?.person;
}
