import type { z } from 'zod';
import type { absenceView } from '#contracts/http/views/people.js';
import type { Register } from '#registers/register.js';
import { awayMeanwhile } from '#registers/rules/absences.js';
import type { AbsenceRow } from '#registers/tables/absence.js';

export type AbsenceView = z.infer<typeof absenceView>;

export function absenceViewOf(register: Register, absence: AbsenceRow): AbsenceView {
  const { person, from, to, substitute } = absence;
  const standIn = register.people.get(substitute ?? '');
  return {
    person,
    from,
    to,
    substitute: standIn ? { id: standIn.id, name: standIn.name, unit: standIn.unit } : null,
    substituteAway: awayMeanwhile(register, absence).map((away) => ({ ...away })),
  };
}
