import type { EntityManager } from 'typeorm';
import type { UserId } from '#domain/model/case.js';
import { addDays } from '#domain/time.js';
import type { LocalDate } from '#domain/time.js';
import { audit } from '../audit/audit.js';
import { changeAbsence, deleteAbsence } from '../people/change-absence.js';
import type { PeopleRegister } from '../people/people-register.js';
import { PersonTable } from '../people/person-table.js';
import type { PersonRow } from '../people/person-table.js';

/** Reactivates a person and ends the absence without end. Roles are not restored. */
export async function reactivatePerson(
  manager: EntityManager,
  person: PersonRow,
  { register, today, by }: { readonly register: PeopleRegister; readonly today: LocalDate; readonly by: UserId },
): Promise<PersonRow> {
  const row = { ...person, deactivatedAt: null, version: person.version + 1 };
  await manager.update(PersonTable, { id: row.id }, row);
  await audit(manager, { kind: 'personChanged', by, subject: row.id, detail: { did: 'returned' } });
  for (const absence of register.absencesOf(row.id)) {
    if (absence.to !== null) continue;
    if (absence.from >= today) await deleteAbsence(manager, absence, by);
    else await changeAbsence(manager, { ...absence, to: addDays(today, -1) }, by);
  }
  return row;
}
