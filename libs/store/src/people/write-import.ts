import type { EntityManager } from 'typeorm';
import type { UserId } from '#domain/model/case.js';
import type { LocalDate } from '#domain/time.js';
import { auditAll } from '../audit/audit.js';
import type { AuditEntry } from '../audit/audit.js';
import { rowsInto, writeRows } from '../db/write-rows.js';
import { changedFields } from './change-person.js';
import { PersonTable } from './person-table.js';
import type { PersonRow } from './person-table.js';
import { RoleGrantTable } from './role-grant-table.js';
import type { RoleGrantRow } from './role-grant-table.js';
import { UnitTable } from './unit-table.js';
import type { UnitRow } from './unit-table.js';

export interface ImportWrites {
  readonly units: readonly UnitRow[];
  readonly added: readonly PersonRow[];
  readonly changed: readonly { readonly before: PersonRow; readonly after: PersonRow }[];
  readonly given: readonly RoleGrantRow[];
  readonly ended: readonly { readonly grant: RoleGrantRow; readonly to: LocalDate | null }[];
  readonly by: UserId;
}

/** Writes an import in the caller's transaction: one statement a table, however long the sheet, and an audit entry a row. */
export async function writeImport(manager: EntityManager, writes: ImportWrites): Promise<void> {
  const changed = writes.changed.filter(({ before, after }) => changedFields(before, after).length > 0);
  const ended = writes.ended.map(({ grant, to }) => ({ ...grant, to }));
  await writeRows(manager, rowsInto(UnitTable, writes.units));
  await writeRows(manager, rowsInto(PersonTable, writes.added));
  const changedRows = changed.map(({ before, after }) => ({ ...after, version: before.version + 1 }));
  await writeRows(manager, rowsInto(PersonTable, changedRows, 'update'));
  await writeRows(manager, rowsInto(RoleGrantTable, writes.given));
  await writeRows(manager, rowsInto(RoleGrantTable, ended, 'update'));
  await auditAll(manager, entriesOf({ ...writes, changed }));
}

/** The same entries as single changes write. */
function entriesOf({ units, added, changed, given, ended, by }: ImportWrites): AuditEntry[] {
  const grantEntry = (did: 'given' | 'ended', { person, role, unit, from, to }: RoleGrantRow): AuditEntry => ({
    ...{ kind: 'roleChanged', by, subject: person },
    detail: { did, role, unit, from, to },
  });
  return [
    ...units.map(({ id, parent, holdsCases }): AuditEntry => ({
      ...{ kind: 'unitChanged', by, subject: id },
      detail: { did: 'added', parent, holdsCases },
    })),
    ...added.map(({ id, unit, staff }): AuditEntry => ({
      ...{ kind: 'personChanged', by, subject: id },
      detail: { did: 'added', unit, staff },
    })),
    ...changed.map(({ before, after }): AuditEntry => ({
      ...{ kind: 'personChanged', by, subject: after.id },
      detail: { did: 'changed', fields: changedFields(before, after) },
    })),
    ...given.map((grant) => grantEntry('given', grant)),
    ...ended.map(({ grant, to }) => grantEntry('ended', { ...grant, to })),
  ];
}
