import { LessThan } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { SignInAttemptTable } from './sign-in-attempt-table.js';
import type { SignInAttemptRow } from './sign-in-attempt-table.js';

export type SignInAttempt = Readonly<SignInAttemptRow>;

export async function saveSignInAttempt(manager: EntityManager, attempt: SignInAttempt): Promise<void> {
  await manager.delete(SignInAttemptTable, { expiresAt: LessThan(new Date()) });
  await manager.insert(SignInAttemptTable, attempt);
}

/** Why the `state` of an answer from the identity provider is rejected. */
export type InvalidStateReason = 'unknown-state' | 'expired-state' | 'other-browser';

/** Finds the attempt with this state and deletes it, so that it works once. An attempt of another browser is not deleted. */
export async function consumeSignInAttempt(
  manager: EntityManager,
  state: string,
  browser: string,
): Promise<SignInAttempt | InvalidStateReason> {
  const attempt = await manager.findOneBy(SignInAttemptTable, { state });
  if (!attempt) return 'unknown-state';
  if (attempt.browser !== browser) return 'other-browser';
  // Of two concurrent answers with the same state only one deletes the row.
  const { affected } = await manager.delete(SignInAttemptTable, { state });
  if (affected !== 1) return 'unknown-state';
  return attempt.expiresAt > new Date() ? attempt : 'expired-state';
}
