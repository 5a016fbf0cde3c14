import type { z } from 'zod';
import type { absenceView } from '#contracts/http/people/absence.js';
import type { PeopleRegister } from '#store/people/people-register.js';
import { substituteAbsences } from '#store/people/rules/check-absence.js';
import type { AbsenceRow } from '#store/people/absence-table.js';

export type AbsenceView = z.infer<typeof absenceView>;

export function absenceViewOf(register: PeopleRegister, absence: AbsenceRow): AbsenceView {
  const { person, from, to, substitute } = absence;
  const standIn = register.people.get(substitute ?? '');
  return {
    person,
    from,
    to,
    substitute: standIn ? { id: standIn.id, name: standIn.name, unit: standIn.unit } : null,
    substituteAway: substituteAbsences(register, absence).map((away) => ({ ...away })),
  };
}
