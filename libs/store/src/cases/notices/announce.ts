import type { EntityManager } from 'typeorm';

export const CASE_CHANNEL = 'stafett_case';
export const START_CHANNEL = 'stafett_start';

/**
 * Tells listening processes that a case has reached a version. Called after the commit: a notice inside a transaction
 * makes all commits of the database queue up. A lost notice costs a listener a look-again, nothing more.
 */
export async function announce(manager: EntityManager, caseId: string, version: number): Promise<void> {
  await manager.query('SELECT pg_notify($1, $2)', [CASE_CHANNEL, `${caseId}:${version}`]).catch(() => undefined);
}

/** Tells, in the same way, that there is a new case, and the relay that it waits to be started. */
export async function announceOpening(manager: EntityManager, caseId: string, version: number): Promise<void> {
  const notices = [CASE_CHANNEL, `${caseId}:${version}`, START_CHANNEL, caseId];
  await manager.query('SELECT pg_notify($1, $2), pg_notify($3, $4)', notices).catch(() => undefined);
}
