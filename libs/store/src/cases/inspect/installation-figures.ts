import type { EntityManager } from 'typeorm';
import type { OutboxStatus } from '#domain/model/outbox-status.js';
import { instantOf } from '../lists/case-row.js';
import { numbersOf } from '../lists/numbers-of.js';

/** How all cases and letters of the installation stand, in figures. */
export interface InstallationFigures {
  readonly open: number;
  readonly closed: number;
  /** Cases whose history diverges, and since when, in wall time. */
  readonly halted: readonly { readonly number: string; readonly since: string }[];
  readonly letters: Readonly<Partial<Record<OutboxStatus, number>>>;
  readonly oldestWaitingLetter: string | null;
}

const CASES = `SELECT count(*) FILTER (WHERE body->>'closedAt' IS NULL)::int AS open,
                      count(*) FILTER (WHERE body->>'closedAt' IS NOT NULL)::int AS closed FROM collaboration`;
const DIVERGED = 'SELECT case_id AS "caseId", min(at) AS since FROM diverged GROUP BY case_id ORDER BY min(at)';
const LETTERS = 'SELECT status, count(*)::int AS count, min(not_before) AS oldest FROM outbox_message GROUP BY status';

export async function installationFigures(manager: EntityManager): Promise<InstallationFigures> {
  const [cases = { open: 0, closed: 0 }] = await manager.query<{ open: number; closed: number }[]>(CASES);
  const diverged = await manager.query<{ caseId: string; since: Date }[]>(DIVERGED);
  const letters = await manager.query<{ status: OutboxStatus; count: number; oldest: Date }[]>(LETTERS);
  const numbers = await numbersOf(
    manager,
    diverged.map(({ caseId }) => caseId),
  );
  const waiting = letters.find(({ status }) => status === 'WAITING');
  return {
    ...cases,
    halted: diverged.map(({ caseId, since }) => ({ number: numbers.get(caseId) ?? caseId, since: instantOf(since) })),
    letters: Object.fromEntries(letters.map(({ status, count }) => [status, count])),
    oldestWaitingLetter: waiting ? instantOf(waiting.oldest) : null,
  };
}
