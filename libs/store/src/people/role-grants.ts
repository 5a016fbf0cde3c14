import { In, type EntityManager } from 'typeorm';
import type { UserId } from '#domain/model/case.js';
import { RoleGrantTable, type RoleGrantRow } from './role-grant-table.js';

/** Roles as they were given, past and future ones included, by role and unit. */
export function roleGrantsOf(manager: EntityManager, people: readonly UserId[]): Promise<RoleGrantRow[]> {
  return manager.find(RoleGrantTable, { where: { person: In([...people]) }, order: { role: 'ASC', unit: 'ASC' } });
}

/** The same of one person, newest first. */
export function roleHistoryOf(manager: EntityManager, person: UserId): Promise<RoleGrantRow[]> {
  return manager.find(RoleGrantTable, { where: { person }, order: { from: 'DESC', role: 'ASC', unit: 'ASC' } });
}
