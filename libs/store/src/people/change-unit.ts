import type { EntityManager } from 'typeorm';
import type { UserId } from '#domain/model/case.js';
import { audit } from '../audit/audit.js';
import { UnitTable } from './unit-table.js';
import type { UnitRow } from './unit-table.js';

export async function addUnit(manager: EntityManager, unit: UnitRow, by: UserId): Promise<void> {
  await manager.insert(UnitTable, unit);
  const { id, parent, holdsCases } = unit;
  await audit(manager, { kind: 'unitChanged', by, subject: id, detail: { did: 'added', parent, holdsCases } });
}

export async function changeUnit(manager: EntityManager, before: UnitRow, after: UnitRow, by: UserId): Promise<void> {
  const fields = (['name', 'parent', 'holdsCases', 'closedOn'] as const).filter(
    (field) => before[field] !== after[field],
  );
  if (fields.length === 0) return;
  await manager.update(UnitTable, { id: after.id }, after);
  const { parent, holdsCases, closedOn } = after;
  const detail = { did: 'changed', fields, parent, holdsCases, closedOn };
  await audit(manager, { kind: 'unitChanged', by, subject: after.id, detail });
}
