import { isOutsideRole } from '#domain/policy/roles.js';
import { covers, hasEnded, overlap } from '#domain/period.js';
import { addDays } from '#domain/time.js';
import type { LocalDate } from '#domain/time.js';
import { isSameGrant } from '../register.js';
import type { Register } from '../register.js';
import type { RoleGrantRow } from '../role-grant.js';
import { broken } from './broken.js';
import type { Broken } from './broken.js';
import { periodBroken } from './period.js';

/** Why a role cannot be given for this time. */
export function grantBroken(register: Register, grant: RoleGrantRow, today: LocalDate): Broken | null {
  const person = register.people.get(grant.person);
  const unit = register.units.get(grant.unit);
  if (!person) return broken('unknown-person', 'Personen finnes ikke.', '/person');
  if (person.deactivatedAt !== null) return broken('already-closed', 'Personen har sluttet.', '/person');
  if (!unit) return broken('unknown-person', `«${grant.unit}» er ingen enhet.`, '/unit');
  const period = periodBroken(grant);
  if (period) return period;
  if (hasEnded(grant, today)) return broken('in-the-past', 'Rollen ville alt vært over.', '/to');
  if (unit.closedOn !== null && !hasEnded(grant, unit.closedOn)) {
    return broken('held', `Enheten «${unit.name}» er nedlagt fra ${unit.closedOn}.`, '/unit');
  }
  if (isOutsideRole(grant.role) === person.staff) {
    const who = person.staff ? 'andre enn ansatte' : 'ansatte';
    return broken('forbidden', `Rollen «${grant.role}» gis bare til ${who}.`, '/role');
  }
  return overlapBroken(register, grant);
}

/**
 * Why a role cannot end on that day: what is over is not rewritten, and somebody must lead, receive and administer on
 * the day after.
 */
export function endBroken(
  register: Register,
  grant: RoleGrantRow,
  to: LocalDate | null,
  today: LocalDate,
): Broken | null {
  const ended = { ...grant, to };
  const period = periodBroken(ended);
  if (period) return period;
  const twice = overlapBroken(register, ended, grant);
  if (twice || to === null) return twice;
  if (to < addDays(today, -1)) return broken('in-the-past', 'En rolle avsluttes tidligst fra i går.', '/to');
  return successorBroken(register, grant, addDays(to, 1));
}

/** Whether the house cannot do without the role there, so that its last holder needs a successor. */
export function isIndispensable(register: Register, { role, unit }: Pick<RoleGrantRow, 'role' | 'unit'>): boolean {
  if (role === 'mottak' || role === 'admin') return true;
  const place = register.units.get(unit);
  return role === 'leder' && place !== undefined && place.holdsCases && place.closedOn === null;
}

/** Somebody else who holds the same role on a day; for what acts everywhere in any unit. */
export function anotherHolds(register: Register, grant: RoleGrantRow, on: LocalDate): boolean {
  return register
    .grantsOfRole(grant.role)
    .some(
      (other) =>
        !isSameGrant(other, grant) &&
        (grant.role === 'mottak' || grant.role === 'admin' || other.unit === grant.unit) &&
        covers(other, on) &&
        register.isActive(other.person),
    );
}

export function successorBroken(register: Register, grant: RoleGrantRow, on: LocalDate): Broken | null {
  if (!register.isActive(grant.person) || !isIndispensable(register, grant) || anotherHolds(register, grant, on)) {
    return null;
  }
  const whose = grant.role === 'leder' ? `«${register.units.get(grant.unit)?.name ?? grant.unit}»` : 'kommunen';
  return broken('held', `Siste ${grant.role} for ${whose}: gi rollen til en etterfølger først.`, '/to');
}

/** @param except  the grant that is being changed. */
function overlapBroken(register: Register, grant: RoleGrantRow, except?: RoleGrantRow): Broken | null {
  const twin = register
    .grantsOf(grant.person)
    .filter((other) => !except || !isSameGrant(other, except))
    .find((other) => other.role === grant.role && other.unit === grant.unit && overlap(other, grant));
  if (!twin) return null;
  const until = twin.to === null ? '' : ` til ${twin.to}`;
  return broken('held', `Personen har alt rollen fra ${twin.from}${until}.`, '/from');
}
