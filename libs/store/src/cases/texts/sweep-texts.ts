import type { EntityManager } from 'typeorm';

/**
 * Deletes texts whose command led to no event within a day of wall time. Keeps the texts of a diverged case: its events may
 * still be recorded.
 * @returns how many were deleted.
 */
export async function sweepTexts(manager: EntityManager): Promise<number> {
  const removed = await manager.query<unknown[]>(
    `WITH gone AS (
       DELETE FROM text t
       WHERE t.attached_at IS NULL AND t.created_at < now() - interval '1 day'
         AND NOT EXISTS (SELECT 1 FROM diverged d WHERE d.case_id = t.case_id)
       RETURNING 1
     ) SELECT * FROM gone`,
  );
  return removed.length;
}
