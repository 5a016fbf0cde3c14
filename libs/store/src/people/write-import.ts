import type { EntityManager, EntitySchema } from 'typeorm';
import type { UserId } from '#domain/model/case.js';
import type { LocalDate } from '#domain/time.js';
import { changePerson } from './change-person.js';
import { endRoleGrant } from './change-role-grant.js';
import { addUnit } from './change-unit.js';
import { AuditEntryTable } from '../audit/audit-entry-table.js';
import { PersonTable } from './person-table.js';
import type { PersonRow } from './person-table.js';
import { RoleGrantTable } from './role-grant-table.js';
import type { RoleGrantRow } from './role-grant-table.js';
import type { UnitRow } from './unit-table.js';

export interface ImportWrites {
  readonly units: readonly UnitRow[];
  readonly added: readonly PersonRow[];
  readonly changed: readonly { readonly before: PersonRow; readonly after: PersonRow }[];
  readonly given: readonly RoleGrantRow[];
  readonly ended: readonly { readonly grant: RoleGrantRow; readonly to: LocalDate | null }[];
  readonly by: UserId;
}

const ROWS_PER_INSERT = 500;

/** Writes an import in the caller's transaction: new rows in batches, with one audit entry each. */
export async function writeImport(manager: EntityManager, writes: ImportWrites): Promise<void> {
  const { units, added, changed, given, ended, by } = writes;
  for (const unit of units) await addUnit(manager, unit, by);
  await insertAll(manager, PersonTable, added);
  for (const { before, after } of changed) await changePerson(manager, before, after, by);
  await insertAll(manager, RoleGrantTable, given);
  for (const { grant, to } of ended) await endRoleGrant(manager, grant, to, by);
  const log = { by, caseId: null };
  await insertAll(manager, AuditEntryTable, [
    ...added.map(({ id, unit, staff }) => ({
      ...log,
      kind: 'personChanged',
      subject: id,
      detail: { did: 'added', unit, staff },
    })),
    ...given.map(({ person, role, unit, from, to }) => ({
      ...log,
      kind: 'roleChanged',
      subject: person,
      detail: { did: 'given', role, unit, from, to },
    })),
  ]);
}

async function insertAll<Row extends object>(
  manager: EntityManager,
  table: EntitySchema<Row>,
  rows: readonly object[],
): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS_PER_INSERT) {
    await manager.insert(table, rows.slice(from, from + ROWS_PER_INSERT));
  }
}
