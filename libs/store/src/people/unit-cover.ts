import { covers, hasEnded } from '#domain/period.js';
import type { LocalDate } from '#domain/time.js';
import type { Register } from './register.js';
import type { RoleGrantRow } from './role-grant.js';

/** Grants of a unit's deputy leaders that are in force on `from` or later. */
export function deputyGrants(register: Register, unit: string, from: LocalDate): readonly RoleGrantRow[] {
  return register
    .grantsOfRole('nestleder')
    .filter((grant) => grant.unit === unit && !hasEnded(grant, from) && register.isActive(grant.person));
}

export function deputyOn(register: Register, unit: string, on: LocalDate): string | undefined {
  return deputyGrants(register, unit, on).find((grant) => covers(grant, on))?.person;
}
