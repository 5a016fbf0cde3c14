import { refusedWith } from '../problems/refused.js';
import type { SignedIn } from './caller.js';

/** @throws PlatformRefusal 403 `forbidden` for who holds none of the roles. */
export function requireRole({ actor }: SignedIn, roles: readonly string[], detail: string): void {
  if (!actor.grants.some(({ role }) => roles.includes(role))) throw refusedWith('forbidden', detail);
}
