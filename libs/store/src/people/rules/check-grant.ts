import { isOutsideRole, isUnitRole } from '#domain/policy/roles.js';
import { covers, hasEnded, overlap } from '#domain/period.js';
import { addDays } from '#domain/time.js';
import type { LocalDate } from '#domain/time.js';
import { isSameGrant } from '../people-register.js';
import type { PeopleRegister } from '../people-register.js';
import type { RoleGrantRow } from '../role-grant-table.js';
import { violation } from './violation.js';
import type { Violation } from './violation.js';
import { checkPeriod } from './check-period.js';

/** Of one role in one unit for one person. */
const MAX_PERIODS = 100;

/** The rule that a new role grant would break, or null. */
export function checkGrant(register: PeopleRegister, grant: RoleGrantRow, today: LocalDate): Violation | null {
  const person = register.people.get(grant.person);
  const unit = register.units.get(grant.unit);
  if (!person) return violation('unknown-person', 'Personen finnes ikke.', '/person');
  if (person.deactivatedAt !== null) return violation('already-closed', 'Personen har sluttet.', '/person');
  if (!unit) return violation('unknown-person', `«${grant.unit}» er ingen enhet.`, '/unit');
  const period = checkPeriod(grant);
  if (period) return period;
  if (hasEnded(grant, today)) return violation('in-the-past', 'Rollen ville alt vært over.', '/to');
  if (unit.closedOn !== null && !hasEnded(grant, unit.closedOn)) {
    return violation('held', `Enheten «${unit.name}» er nedlagt fra ${unit.closedOn}.`, '/unit');
  }
  if (isOutsideRole(grant.role) === person.staff) {
    const who = person.staff ? 'andre enn ansatte' : 'ansatte';
    return violation('forbidden', `Rollen «${grant.role}» gis bare til ${who}.`, '/role');
  }
  return checkOverlap(register, grant);
}

/**
 * The rule that ending a role on `to` would break, or null. The past cannot be changed, and on the next day somebody else
 * must lead the unit, receive enquiries or administer.
 */
export function checkGrantEnd(
  register: PeopleRegister,
  grant: RoleGrantRow,
  to: LocalDate | null,
  today: LocalDate,
): Violation | null {
  const ended = { ...grant, to };
  const period = checkPeriod(ended);
  if (period) return period;
  const overlapViolation = checkOverlap(register, ended, grant);
  if (overlapViolation || to === null) return overlapViolation;
  if (to < addDays(today, -1)) return violation('in-the-past', 'En rolle avsluttes tidligst fra i går.', '/to');
  return checkSuccessor(register, grant, addDays(to, 1));
}

/** Whether somebody must hold the role in the unit at all times, so that its last holder needs a successor. */
export function isIndispensable(
  register: PeopleRegister,
  { role, unit }: Pick<RoleGrantRow, 'role' | 'unit'>,
): boolean {
  if (role === 'mottak' || role === 'admin') return true;
  const unitRow = register.units.get(unit);
  return role === 'leder' && unitRow !== undefined && unitRow.holdsCases && unitRow.closedOn === null;
}

/** Whether somebody else holds the same role on a day: `mottak` and `admin` in any unit, other roles in the same unit. */
export function hasOtherHolder(register: PeopleRegister, grant: RoleGrantRow, on: LocalDate): boolean {
  const isAnyUnit = grant.role === 'mottak' || grant.role === 'admin';
  for (const other of isAnyUnit ? register.grantsOfRole(grant.role) : register.grantsIn(withoutPerson(grant))) {
    if (!isSameGrant(other, grant) && covers(other, on) && register.isActive(other.person)) return true;
  }
  return false;
}

/** Warns when nobody else in the unit has the role on that day; null for a role that is not held in a unit. */
export function lastInUnitWarning(register: PeopleRegister, grant: RoleGrantRow, on: LocalDate): string | null {
  if (!isUnitRole(grant.role) || hasOtherHolder(register, grant, on)) return null;
  const unit = register.units.get(grant.unit)?.name ?? grant.unit;
  return `Fra ${on} er det ingen ${grant.role} i «${unit}», og ingen annen enhet fyller rollen: gi den til en etterfølger.`;
}

export function checkSuccessor(register: PeopleRegister, grant: RoleGrantRow, on: LocalDate): Violation | null {
  if (!register.isActive(grant.person) || !isIndispensable(register, grant) || hasOtherHolder(register, grant, on)) {
    return null;
  }
  const whose = grant.role === 'leder' ? `«${register.units.get(grant.unit)?.name ?? grant.unit}»` : 'kommunen';
  return violation('held', `Siste ${grant.role} for ${whose}: gi rollen til en etterfølger først.`, '/to');
}

/** @param except  the grant that is being changed, which may overlap itself. */
function checkOverlap(register: PeopleRegister, grant: RoleGrantRow, except?: RoleGrantRow): Violation | null {
  const periods = [...register.grantsIn(grant)];
  if (!except && periods.length >= MAX_PERIODS)
    return violation('held', `Personen har hatt rollen i ${MAX_PERIODS} perioder.`, '/role');
  for (const other of periods) {
    if (!overlap(other, grant) || (except && isSameGrant(other, except))) continue;
    const until = other.to === null ? '' : ` til ${other.to}`;
    return violation('held', `Personen har alt rollen fra ${other.from}${until}.`, '/from');
  }
  return null;
}

const withoutPerson = ({ role, unit }: RoleGrantRow) => ({ role, unit });
