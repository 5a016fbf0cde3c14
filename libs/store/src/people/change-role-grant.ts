import type { EntityManager } from 'typeorm';
import type { UserId } from '#domain/model/case.js';
import { addDays } from '#domain/time.js';
import type { LocalDate } from '#domain/time.js';
import { audit } from '../audit/audit.js';
import { RoleGrantTable } from './role-grant-table.js';
import type { RoleGrantRow } from './role-grant-table.js';

export async function addRoleGrant(manager: EntityManager, grant: RoleGrantRow, by: UserId): Promise<void> {
  await manager.insert(RoleGrantTable, grant);
  await auditChange(manager, 'given', grant, by);
}

export async function endRoleGrant(
  manager: EntityManager,
  { to: _, ...key }: RoleGrantRow,
  to: LocalDate | null,
  by: UserId,
): Promise<void> {
  await manager.update(RoleGrantTable, key, { to });
  await auditChange(manager, 'ended', { ...key, to }, by);
}

export async function deleteRoleGrant(manager: EntityManager, grant: RoleGrantRow, by: UserId): Promise<void> {
  const { person, role, unit, from } = grant;
  await manager.delete(RoleGrantTable, { person, role, unit, from });
  await auditChange(manager, 'takenBack', grant, by);
}

/** Removes a role as of today: ends the grant yesterday, or deletes it when it has not been in force before today. */
export async function revokeRoleGrant(
  manager: EntityManager,
  grant: RoleGrantRow,
  today: LocalDate,
  by: UserId,
): Promise<void> {
  if (grant.from >= today) return deleteRoleGrant(manager, grant, by);
  await endRoleGrant(manager, grant, addDays(today, -1), by);
}

async function auditChange(
  manager: EntityManager,
  did: 'given' | 'ended' | 'takenBack',
  { person, role, unit, from, to }: RoleGrantRow,
  by: UserId,
): Promise<void> {
  await audit(manager, { kind: 'roleChanged', by, subject: person, detail: { did, role, unit, from, to } });
}
