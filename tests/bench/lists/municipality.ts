import type { EntityManager } from 'typeorm';
import { insertRows } from '#store/db/write-rows.js';
import { PersonTable } from '#store/people/person-table.js';
import { RoleGrantTable } from '#store/people/role-grant-table.js';
import { UnitTable } from '#store/people/unit-table.js';

/** The thirty units and their people, beside those of the demonstration. */

const NUMBERS = Array.from({ length: 30 }, (_, n) => String(n + 1).padStart(2, '0'));
const HANDLERS_PER_UNIT = 10;
const FROM = '2010-01-01';

export const UNITS = NUMBERS.map((number) => ({ id: `e${number}`, name: `Enhet ${number}` }));

/** Stand for units, and one of the handlers of a unit, until a copy is made, which chooses them. */
export const UNIT_MARKS = ['§a', '§b', '§c'] as const;
export const HANDLER_MARK = '§n';

/** A handler of a unit, as a template names them. */
export const handlerOf = (unit: string): string => `sak.${unit}.${HANDLER_MARK}`;

/** Those who ask, from the one who sees all to the one who sees three cases. */
export const ASKERS = {
  director: 'kommunedirektor',
  leader: 'leder.e07',
  'case handler': 'sak.e07.3',
  entrepreneur: 'bench.kontakt',
} as const;

export async function addMunicipality(manager: EntityManager): Promise<void> {
  await insertRows(
    manager,
    UnitTable,
    UNITS.map((unit) => ({ ...unit, parent: 'kommunedirektor', holdsCases: true, closedOn: null })),
  );
  const staff = UNITS.flatMap(({ id }) => [
    { id: `leder.${id}`, name: `Leder, ${id}`, unit: id, role: 'leder' },
    ...Array.from({ length: HANDLERS_PER_UNIT }, (_, n) => ({
      id: `sak.${id}.${n}`,
      name: `Saksbehandler ${n}, ${id}`,
      unit: id,
      role: 'saksbehandler',
    })),
  ]);
  const details = { email: null, phone: null, deactivatedAt: null, version: 1 };
  await insertRows(manager, PersonTable, [
    ...staff.map(({ id, name, unit }) => ({ id, name, unit, staff: true, ...details })),
    { id: ASKERS.entrepreneur, name: 'Kontakt', unit: 'ekstern', staff: false, ...details },
  ]);
  await insertRows(
    manager,
    RoleGrantTable,
    staff.map(({ id, role, unit }) => ({ person: id, role, unit, from: FROM, to: null })),
  );
}
