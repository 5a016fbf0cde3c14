import type { EntityManager } from 'typeorm';
import type { Case, UserId } from '#domain/model/case.js';
import type { LocalDate } from '#domain/time.js';
import type { StoredCase } from './find-case.js';

export async function countOpenCases(manager: EntityManager, unit: string): Promise<number> {
  const [row] = await manager.query<{ count: string }[]>(
    `SELECT count(*) AS count FROM collaboration WHERE unit = $1 AND body->>'closedAt' IS NULL`,
    [unit],
  );
  return Number(row?.count ?? 0);
}

/** Drafts included. */
export async function countOpenHandovers(manager: EntityManager, unit: string): Promise<number> {
  const [row] = await manager.query<{ count: string }[]>(
    'SELECT count(*) AS count FROM handover WHERE open AND $1 = ANY (to_units)',
    [unit],
  );
  return Number(row?.count ?? 0);
}

/** Open cases in which a person is owner, deputy, contact, participant or receiver of an open handover; by number. */
export async function casesHeldBy(manager: EntityManager, person: UserId, on: LocalDate): Promise<StoredCase[]> {
  const rows = await manager.query<{ body: Case; title: string }[]>(
    `SELECT c.body, c.title FROM collaboration c
     WHERE c.body->>'closedAt' IS NULL
       AND (c.owner = $1 OR c.deputy = $1 OR c.contact = $1 OR EXISTS (
         SELECT 1 FROM handover h WHERE h.case_id = c.id AND h.open AND h.receivers @> $2::jsonb)
         OR EXISTS (SELECT 1 FROM party y WHERE y.case_id = c.id AND y.person = $1
           AND (y.to_on IS NULL OR y.to_on >= greatest($3::date, y.from_on))))
     ORDER BY c.number, c.id`,
    [person, JSON.stringify([{ person }]), on],
  );
  return rows.map(({ body, title }) => ({ state: body, title }));
}
