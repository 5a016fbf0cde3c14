import type { EntityManager } from 'typeorm';

/**
 * Removes words whose command never came to anything: no event has referred to them within a day of wall time. Words of
 * a case whose history has diverged stay: its events may still be on their way.
 * @returns how many were removed.
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
