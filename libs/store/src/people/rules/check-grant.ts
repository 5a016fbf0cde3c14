import type { Label } from '#domain/process/process-document.js';
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
  if (!person)
    return violation('unknown-person', { nb: 'Personen finnes ikke.', en: 'The person does not exist.' }, '/person');
  if (person.deactivatedAt !== null)
    return violation('already-closed', { nb: 'Personen har sluttet.', en: 'The person has left.' }, '/person');
  if (!unit)
    return violation(
      'unknown-person',
      { nb: `«${grant.unit}» er ingen enhet.`, en: `"${grant.unit}" is no unit.` },
      '/unit',
    );
  const period = checkPeriod(grant);
  if (period) return period;
  if (hasEnded(grant, today))
    return violation(
      'in-the-past',
      { nb: 'Rollen ville alt vært over.', en: 'The role would be over already.' },
      '/to',
    );
  if (unit.closedOn !== null && !hasEnded(grant, unit.closedOn)) {
    return violation(
      'held',
      {
        nb: `Enheten «${unit.name}» er nedlagt fra ${unit.closedOn}.`,
        en: `The unit "${unit.name}" is closed from ${unit.closedOn}.`,
      },
      '/unit',
    );
  }
  if (isOutsideRole(grant.role) === person.staff) {
    return violation(
      'forbidden',
      {
        nb: `Rollen «${grant.role}» gis bare til ${person.staff ? 'andre enn ansatte' : 'ansatte'}.`,
        en: `The role "${grant.role}" is only given to ${person.staff ? 'others than employees' : 'employees'}.`,
      },
      '/role',
    );
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
  if (to < addDays(today, -1))
    return violation(
      'in-the-past',
      { nb: 'En rolle avsluttes tidligst fra i går.', en: 'A role ends yesterday at the earliest.' },
      '/to',
    );
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
export function lastInUnitWarning(register: PeopleRegister, grant: RoleGrantRow, on: LocalDate): Label | null {
  if (!isUnitRole(grant.role) || hasOtherHolder(register, grant, on)) return null;
  const unit = register.units.get(grant.unit)?.name ?? grant.unit;
  return {
    nb: `Fra ${on} er det ingen ${grant.role} i «${unit}», og ingen annen enhet fyller rollen: gi den til en etterfølger.`,
    en: `From ${on} nobody is ${grant.role} in "${unit}", and no other unit fills the role: give it to a successor.`,
  };
}

export function checkSuccessor(register: PeopleRegister, grant: RoleGrantRow, on: LocalDate): Violation | null {
  if (!register.isActive(grant.person) || !isIndispensable(register, grant) || hasOtherHolder(register, grant, on)) {
    return null;
  }
  const unit = grant.role === 'leder' ? (register.units.get(grant.unit)?.name ?? grant.unit) : null;
  return violation(
    'held',
    {
      nb: `Siste ${grant.role} for ${unit === null ? 'kommunen' : `«${unit}»`}: gi rollen til en etterfølger først.`,
      en: `The last ${grant.role} of ${unit === null ? 'the municipality' : `"${unit}"`}: give the role to a successor first.`,
    },
    '/to',
  );
}

/** @param except  the grant that is being changed, which may overlap itself. */
function checkOverlap(register: PeopleRegister, grant: RoleGrantRow, except?: RoleGrantRow): Violation | null {
  const periods = [...register.grantsIn(grant)];
  if (!except && periods.length >= MAX_PERIODS)
    return violation(
      'held',
      {
        nb: `Personen har hatt rollen i ${MAX_PERIODS} perioder.`,
        en: `The person has had the role in ${MAX_PERIODS} periods.`,
      },
      '/role',
    );
  for (const other of periods) {
    if (!overlap(other, grant) || (except && isSameGrant(other, except))) continue;
    const { from, to } = other;
    return violation(
      'held',
      {
        nb: `Personen har alt rollen fra ${from}${to === null ? '' : ` til ${to}`}.`,
        en: `The person already has the role from ${from}${to === null ? '' : ` to ${to}`}.`,
      },
      '/from',
    );
  }
  return null;
}

const withoutPerson = ({ role, unit }: RoleGrantRow) => ({ role, unit });
