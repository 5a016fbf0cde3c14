import type { EntityManager } from 'typeorm';
import type { UserId } from '#domain/model/case.js';
import type { LocalDate } from '#domain/time.js';
import { representationsSql } from '../organisations/representatives.js';
import { SignInLinkTable } from './sign-in-link-table.js';

/** Expiry uses the database's clock, so that all processes agree. */
export const LINK_LIFETIME_MINUTES = 15;
/** Per person. No link ends because another was asked for: anybody can ask in anybody's name. */
const MAX_LIVE_LINKS = 3;
/**
 * Per person and hour. Above it a new link is made only when no other is live: mailboxes are not flooded, and nobody can
 * lock a person out by requesting links in their name.
 */
export const MAX_LINKS_PER_HOUR = 5;

export interface LinkKey {
  /** SHA-256 of the token. */
  readonly hash: string;
  readonly purpose: string;
}

export type InvalidLinkReason = 'unknown' | 'other-purpose' | 'used' | 'expired' | 'speaks-for-nobody';

/** Runs in the caller's transaction. @returns false when the person has enough links. */
export async function createSignInLink(
  manager: EntityManager,
  { hash, purpose, person }: LinkKey & { readonly person: UserId },
): Promise<boolean> {
  await manager.query('SELECT 1 FROM person WHERE id = $1 FOR NO KEY UPDATE', [person]);
  const [{ made, live } = { made: 0, live: 0 }] = await manager.query<{ made: number; live: number }[]>(
    `SELECT count(*)::int AS made, (count(*) FILTER (WHERE used_at IS NULL AND expires_at > now()))::int AS live
     FROM sign_in_link WHERE person = $1 AND created_at > now() - interval '1 hour'`,
    [person],
  );
  if (live >= MAX_LIVE_LINKS || (made >= MAX_LINKS_PER_HOUR && live > 0)) return false;
  await manager.query(
    `INSERT INTO sign_in_link (hash, person, purpose, expires_at)
     VALUES ($1, $2, $3, now() + make_interval(mins => $4))`,
    [hash, person, purpose, LINK_LIFETIME_MINUTES],
  );
  await manager.query(`DELETE FROM sign_in_link WHERE person = $1 AND created_at < now() - interval '30 days'`, [
    person,
  ]);
  return true;
}

/** Deletes a link that could not be sent. */
export async function deleteSignInLink(manager: EntityManager, hash: string): Promise<void> {
  await manager.delete(SignInLinkTable, { hash });
}

const REPRESENTS_SOMEBODY = `EXISTS (
  SELECT FROM person p WHERE p.id = l.person AND NOT p.staff AND p.deactivated_at IS NULL
    AND EXISTS (${representationsSql('p.id', '$3::date')}))`;
const IS_VALID = `l.hash = $1 AND l.purpose = $2 AND l.used_at IS NULL AND l.expires_at > now() AND ${REPRESENTS_SOMEBODY}`;

/** Checks a link without using it. @param on  the day on which its person must represent somebody. */
export async function isSignInLinkValid(
  manager: EntityManager,
  { hash, purpose }: LinkKey,
  on: LocalDate,
): Promise<boolean> {
  const rows = await manager.query<unknown[]>(`SELECT 1 FROM sign_in_link l WHERE ${IS_VALID}`, [hash, purpose, on]);
  return rows.length > 0;
}

/** Uses a link. Of several concurrent uses exactly one succeeds. */
export async function consumeSignInLink(
  manager: EntityManager,
  { hash, purpose }: LinkKey,
  on: LocalDate,
): Promise<{ readonly person: UserId } | { readonly dead: InvalidLinkReason; readonly of?: UserId }> {
  const [rows] = await manager.query<[{ person: UserId }[], number]>(
    `UPDATE sign_in_link l SET used_at = now() WHERE ${IS_VALID} RETURNING l.person`,
    [hash, purpose, on],
  );
  const [used] = rows;
  if (used) return { person: used.person };
  const link = await manager.findOneBy(SignInLinkTable, { hash });
  if (!link) return { dead: 'unknown' };
  return { dead: invalidReason(link, purpose), of: link.person };
}

function invalidReason(
  link: { readonly purpose: string; readonly usedAt: Date | null; readonly expiresAt: Date },
  purpose: string,
): InvalidLinkReason {
  if (link.purpose !== purpose) return 'other-purpose';
  if (link.usedAt !== null) return 'used';
  return link.expiresAt.getTime() <= Date.now() ? 'expired' : 'speaks-for-nobody';
}
