import type { EntityManager } from 'typeorm';
import type { UserId } from '#domain/model/case.js';
import { audit } from '../audit/audit.js';
import { AbsenceTable } from './absence-table.js';
import type { AbsenceRow } from './absence-table.js';

type Change = 'added' | 'changed' | 'takenBack';

export async function addAbsence(manager: EntityManager, absence: AbsenceRow, by: UserId): Promise<void> {
  await manager.insert(AbsenceTable, absence);
  await auditChange(manager, 'added', absence, by);
}

export async function changeAbsence(manager: EntityManager, absence: AbsenceRow, by: UserId): Promise<void> {
  const { person, from, to, substitute } = absence;
  await manager.update(AbsenceTable, { person, from }, { to, substitute });
  await auditChange(manager, 'changed', absence, by);
}

export async function deleteAbsence(manager: EntityManager, absence: AbsenceRow, by: UserId): Promise<void> {
  await manager.delete(AbsenceTable, { person: absence.person, from: absence.from });
  await auditChange(manager, 'takenBack', absence, by);
}

async function auditChange(
  manager: EntityManager,
  did: Change,
  { person, from, to, substitute }: AbsenceRow,
  by: UserId,
): Promise<void> {
  await audit(manager, { kind: 'absenceChanged', by, subject: person, detail: { did, from, to, substitute } });
}
