import { LessThan } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { signInAttempts } from './sign-in-attempt.js';
import type { SignInAttemptRow } from './sign-in-attempt.js';

export type SignInAttempt = Readonly<SignInAttemptRow>;

export async function beginAttempt(manager: EntityManager, attempt: SignInAttempt): Promise<void> {
  await manager.delete(signInAttempts, { expiresAt: LessThan(new Date()) });
  await manager.insert(signInAttempts, attempt);
}

/** Why a state is no use. */
export type NoAttempt = 'unknown-state' | 'expired-state' | 'other-browser';

/** The attempt behind a state, which is then used up. One of another browser stays as it is. */
export async function useAttempt(
  manager: EntityManager,
  state: string,
  browser: string,
): Promise<SignInAttempt | NoAttempt> {
  const attempt = await manager.findOneBy(signInAttempts, { state });
  if (!attempt) return 'unknown-state';
  if (attempt.browser !== browser) return 'other-browser';
  // Two answers with one state at the same time: only one of them deletes it.
  const { affected } = await manager.delete(signInAttempts, { state });
  if (affected !== 1) return 'unknown-state';
  return attempt.expiresAt > new Date() ? attempt : 'expired-state';
}
