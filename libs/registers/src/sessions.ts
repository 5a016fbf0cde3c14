import { LessThan, MoreThan } from 'typeorm';
import type { EntityManager } from 'typeorm';
import type { UserId } from '#domain/case/case.js';
import { sessions } from './tables/session.js';

/** All in wall time. */
export interface NewSession {
  readonly hash: string;
  readonly person: UserId;
  readonly expiresAt: Date;
}

export async function openSession(manager: EntityManager, session: NewSession): Promise<void> {
  await manager.delete(sessions, { expiresAt: LessThan(new Date()) });
  await manager.insert(sessions, session);
}

export async function sessionUser(manager: EntityManager, hash: string): Promise<UserId | undefined> {
  const row = await manager.findOneBy(sessions, { hash, expiresAt: MoreThan(new Date()) });
  return row?.person;
}

export async function closeSession(manager: EntityManager, hash: string): Promise<void> {
  await manager.delete(sessions, { hash });
}
