import type { EntityManager } from 'typeorm';
import type { UserId } from '#domain/case/case.js';
import type { LocalDate } from '#domain/time.js';
import { absences } from './tables/absence.js';

/** Who is away on a day. */
export async function awayOn(manager: EntityManager, on: LocalDate): Promise<ReadonlySet<UserId>> {
  const rows = await manager.find(absences);
  return new Set(rows.filter(({ from, to }) => from <= on && (to === null || on <= to)).map(({ person }) => person));
}
