import type { EntityManager } from 'typeorm';
import { isUuid } from '#platform/input/uuid.js';
import { findCaseId } from '#store/cases/inspect/case-ids.js';
import { ToolError } from '../errors.js';

/**
 * The id of a case by its number or id.
 * @throws ToolError when there is no such case.
 */
export async function requireCaseId(manager: EntityManager, numberOrId: string): Promise<string> {
  const id = await findCaseId(manager, isUuid(numberOrId) ? { id: numberOrId } : { number: numberOrId });
  if (id === null) throw new ToolError(`There is no case ${numberOrId}.`);
  return id;
}
