import type { EntityManager } from 'typeorm';

export const CASE_CHANNEL = 'stafett_case';
export const START_CHANNEL = 'stafett_start';

/**
 * Notifies listening processes that a case has reached a version. Call it after the commit: NOTIFY inside a transaction
 * serialises all commits of the database. A notification may be lost, so listeners also poll.
 */
export async function announceVersion(manager: EntityManager, caseId: string, version: number): Promise<void> {
  await manager.query('SELECT pg_notify($1, $2)', [CASE_CHANNEL, `${caseId}:${version}`]).catch(() => undefined);
}

/** The same for a new case; also tells the worker's relay that there is a workflow to start. */
export async function announceOpening(manager: EntityManager, caseId: string, version: number): Promise<void> {
  const notices = [CASE_CHANNEL, `${caseId}:${version}`, START_CHANNEL, caseId];
  await manager.query('SELECT pg_notify($1, $2), pg_notify($3, $4)', notices).catch(() => undefined);
}
