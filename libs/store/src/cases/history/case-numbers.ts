import type { EntityManager } from 'typeorm';
import { osloDateOf } from '#domain/calendar/oslo-time.js';
import { yearOf, type Instant } from '#domain/time.js';
import { queryPrepared } from '../../db/query-prepared.js';
import { CaseNumberTable } from './case-number-table.js';

const NEXT_NUMBER = `
  INSERT INTO case_number (year, last) VALUES ($1, 1)
  ON CONFLICT (year) DO UPDATE SET last = case_number.last + 1 RETURNING last`;

/** The next `YYYY-NNNN` of the domain year, without gaps: other openings wait until this transaction ends. */
export async function nextCaseNumber(manager: EntityManager, receivedAt: Instant): Promise<string> {
  const year = yearOf(osloDateOf(receivedAt));
  const [row] = await queryPrepared<{ last: number }>(manager, NEXT_NUMBER, [year]);
  if (!row) throw new Error(`no case number for ${year}`);
  return `${year}-${String(row.last).padStart(4, '0')}`;
}

/** Makes `nextCaseNumber` skip the number of an imported case. */
export async function reserveCaseNumber(manager: EntityManager, number: string): Promise<void> {
  const [year, last] = number.split('-').map(Number);
  if (!year || !last) throw new Error(`${number} is no case number`);
  const row = { year, last };
  await manager
    .createQueryBuilder()
    .insert()
    .into(CaseNumberTable)
    .values(row)
    .orUpdate(['last'], ['year'], { overwriteCondition: { where: 'case_number.last < excluded.last' } })
    .execute();
}
