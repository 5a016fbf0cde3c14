import { covers, hasEnded } from '#domain/period.js';
import type { LocalDate } from '#domain/time.js';
import type { Register } from './register.js';
import type { RoleGrantRow } from './role-grant.js';

/** The grants of a unit's deputy leaders that hold on the day or later. */
export function deputyGrants(register: Register, unit: string, from: LocalDate): readonly RoleGrantRow[] {
  return register
    .grantsOfRole('nestleder')
    .filter((grant) => grant.unit === unit && !hasEnded(grant, from) && register.isActive(grant.person));
}

/** Who leads the unit in the leader's absence on a day. */
export function deputyOn(register: Register, unit: string, on: LocalDate): string | undefined {
  return deputyGrants(register, unit, on).find((grant) => covers(grant, on))?.person;
}
