import { IsNull, LessThan, MoreThan, Not } from 'typeorm';
import type { EntityManager } from 'typeorm';
import type { UserId } from '#domain/model/case.js';
import { PersonTable } from '../people/person-table.js';
import { SessionTable } from './session-table.js';
import type { SessionRow } from './session-table.js';

/** Its times are wall time. */
export type NewSession = Readonly<Omit<SessionRow, 'startedAt' | 'lastSeenAt'>>;
export type OwnSession = Readonly<Pick<SessionRow, 'id' | 'hash' | 'startedAt' | 'lastSeenAt' | 'method' | 'browser'>>;

/** Whether the person exists and has not left. */
export async function isActivePerson(manager: EntityManager, person: UserId): Promise<boolean> {
  return manager.existsBy(PersonTable, { id: person, deactivatedAt: IsNull() });
}

export async function openSession(manager: EntityManager, session: NewSession): Promise<void> {
  await manager.delete(SessionTable, { expiresAt: LessThan(new Date()) });
  await manager.insert(SessionTable, session);
}

/** @returns the closed session; undefined when there was none. */
export async function closeSession(manager: EntityManager, hash: string): Promise<Readonly<SessionRow> | undefined> {
  const session = await manager.findOneBy(SessionTable, { hash });
  if (!session) return undefined;
  const { affected } = await manager.delete(SessionTable, { hash });
  return affected === 1 ? session : undefined;
}

/** A person's live sessions, newest first. */
export async function sessionsOf(
  manager: EntityManager,
  person: UserId,
  idleMinutes: number,
): Promise<readonly OwnSession[]> {
  return manager.find(SessionTable, {
    where: {
      person,
      expiresAt: MoreThan(new Date()),
      lastSeenAt: MoreThan(new Date(Date.now() - idleMinutes * 60_000)),
    },
    order: { startedAt: 'DESC' },
  });
}

/** @returns false when the person has no such session. */
export async function endSessionById(manager: EntityManager, person: UserId, id: string): Promise<boolean> {
  return (await manager.delete(SessionTable, { person, id })).affected === 1;
}

/** @param butNot  hash of a session to keep. @returns how many ended. */
export async function endSessionsOf(manager: EntityManager, person: UserId, butNot?: string): Promise<number> {
  const where = butNot === undefined ? { person } : { person, hash: Not(butNot) };
  return (await manager.delete(SessionTable, where)).affected ?? 0;
}
