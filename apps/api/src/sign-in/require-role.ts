import { refusedWith } from '../problems/refused.js';
import type { SignedIn } from './caller.js';

/** @throws PlatformRefusal 403 `forbidden` for who holds none of the roles. */
export function requireRole({ actor }: SignedIn, roles: readonly string[], detail: string): void {
  if (!holdsRole({ actor }, roles)) throw refusedWith('forbidden', detail);
}

export function holdsRole({ actor }: Pick<SignedIn, 'actor'>, roles: readonly string[]): boolean {
  return actor.grants.some(({ role }) => roles.includes(role));
}
