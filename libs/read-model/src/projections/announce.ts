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

/** Tells the relay, inside the opening's own transaction, that a case waits to be started. */
export async function announceStart(manager: EntityManager, caseId: string): Promise<void> {
  await manager.query('SELECT pg_notify($1, $2)', [START_CHANNEL, caseId]);
}
