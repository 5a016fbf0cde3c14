import { isOutsideRole } from '#domain/policy/roles.js';
import { hasEnded } from '#domain/period.js';
import type { LocalDate } from '#domain/time.js';
import { isErased } from '#domain/people/erased.js';
import type { PeopleRegister } from '../people-register.js';
import type { PersonRow } from '../person-table.js';
import { violation } from './violation.js';
import type { Violation } from './violation.js';

/** The rule that a new or changed person would break, or null. */
export function checkPerson(register: PeopleRegister, person: PersonRow, today: LocalDate): Violation | null {
  const before = register.people.get(person.id);
  if (before && isErased(before))
    return violation(
      'already-closed',
      { nb: 'Personen er slettet for godt.', en: 'The person is erased for good.' },
      '/name',
    );
  const unit = register.units.get(person.unit);
  if (!unit)
    return violation(
      'unknown-person',
      { nb: `«${person.unit}» er ingen enhet.`, en: `"${person.unit}" is no unit.` },
      '/unit',
    );
  if (unit.closedOn !== null && before?.unit !== unit.id) {
    return violation(
      'held',
      {
        nb: `Enheten «${unit.name}» er nedlagt fra ${unit.closedOn}.`,
        en: `The unit "${unit.name}" is closed from ${unit.closedOn}.`,
      },
      '/unit',
    );
  }
  const sameEmail = person.email === null ? undefined : register.activePersonByEmail(person.email, person.staff);
  if (sameEmail && sameEmail.id !== person.id && person.deactivatedAt === null) {
    return violation(
      'held',
      { nb: 'E-postadressen er i bruk av en annen.', en: 'The e-mail address is used by somebody else.' },
      '/email',
    );
  }
  // Roles are given to those they suit: only who becomes staff, or is no longer, can have one that does not.
  if (before?.staff === person.staff) return null;
  const unsuited = register
    .grantsOf(person.id)
    .find((grant) => !hasEnded(grant, today) && isOutsideRole(grant.role) === person.staff);
  return unsuited
    ? violation(
        'held',
        { nb: `Rollen «${unsuited.role}» må avsluttes først.`, en: `The role "${unsuited.role}" must end first.` },
        '/staff',
      )
    : null;
}
