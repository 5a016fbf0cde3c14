import { IsNull, LessThan, MoreThan, Not } from 'typeorm';
import type { EntityManager } from 'typeorm';
import type { UserId } from '#domain/model/case.js';
import { persons } from '../people/person.js';
import { sessions } from './session.js';
import type { SessionRow } from './session.js';

/** All in wall time. */
export type NewSession = Readonly<Omit<SessionRow, 'startedAt' | 'lastSeenAt'>>;
export type OwnSession = Readonly<Pick<SessionRow, 'id' | 'hash' | 'startedAt' | 'lastSeenAt' | 'method' | 'browser'>>;

/** Exists and has not left. */
export async function isActive(manager: EntityManager, person: UserId): Promise<boolean> {
  return manager.existsBy(persons, { id: person, deactivatedAt: IsNull() });
}

export async function openSession(manager: EntityManager, session: NewSession): Promise<void> {
  await manager.delete(sessions, { expiresAt: LessThan(new Date()) });
  await manager.insert(sessions, session);
}

/** @returns the session that was closed; undefined when there was none. */
export async function closeSession(manager: EntityManager, hash: string): Promise<Readonly<SessionRow> | undefined> {
  const session = await manager.findOneBy(sessions, { hash });
  if (!session) return undefined;
  const { affected } = await manager.delete(sessions, { hash });
  return affected === 1 ? session : undefined;
}

/** A person's live sessions, the newest first. */
export async function sessionsOf(
  manager: EntityManager,
  person: UserId,
  idleMinutes: number,
): Promise<readonly OwnSession[]> {
  return manager.find(sessions, {
    where: {
      person,
      expiresAt: MoreThan(new Date()),
      lastSeenAt: MoreThan(new Date(Date.now() - idleMinutes * 60_000)),
    },
    order: { startedAt: 'DESC' },
  });
}

/** Ends one of a person's sessions. @returns whether there was one. */
export async function endSessionOf(manager: EntityManager, person: UserId, id: string): Promise<boolean> {
  return (await manager.delete(sessions, { person, id })).affected === 1;
}

/** Ends a person's sessions, all but one if need be. @returns how many. */
export async function endSessionsOf(manager: EntityManager, person: UserId, butNot?: string): Promise<number> {
  const which = butNot === undefined ? { person } : { person, hash: Not(butNot) };
  return (await manager.delete(sessions, which)).affected ?? 0;
}
