import type { EntityManager } from 'typeorm';
import type { UserId } from '#domain/model/case.js';
import { audit } from '../audit/audit.js';
import { PersonTable } from './person-table.js';
import type { PersonRow } from './person-table.js';

/** The audit log names the changed fields, never their values. */
export async function addPerson(manager: EntityManager, person: PersonRow, by: UserId): Promise<void> {
  await manager.insert(PersonTable, person);
  const { unit, staff } = person;
  await audit(manager, { kind: 'personChanged', by, subject: person.id, detail: { did: 'added', unit, staff } });
}

/** @returns the person after the change. The version rises only when a field differs. */
export async function changePerson(
  manager: EntityManager,
  before: PersonRow,
  after: PersonRow,
  by: UserId,
): Promise<PersonRow> {
  const fields = changedFields(before, after);
  if (fields.length === 0) return before;
  const row = { ...after, version: before.version + 1 };
  await manager.update(PersonTable, { id: row.id }, row);
  await audit(manager, { kind: 'personChanged', by, subject: row.id, detail: { did: 'changed', fields } });
  return row;
}

export function changedFields(before: PersonRow, after: PersonRow): (keyof PersonRow)[] {
  return (['name', 'unit', 'email', 'phone', 'staff'] as const).filter((field) => before[field] !== after[field]);
}
