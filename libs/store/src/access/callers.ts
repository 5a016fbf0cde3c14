import type { EntityManager } from 'typeorm';
import type { UnitId, UserId } from '#domain/model/case.js';
import type { LocalDate } from '#domain/time.js';
import { prepared } from '../db/prepared.js';
import { coveringSql } from '../db/covering-sql.js';
import { spokenForSql } from '../organisations/spokespersons.js';

/** Who asks, as one query tells: everything that a request needs to know but the roles. */
export interface CallerRow {
  readonly id: UserId;
  readonly name: string;
  readonly unit: UnitId;
  readonly staff: boolean;
  /** Those whose substitute the person is today. */
  readonly standsInFor: readonly UserId[];
  /** `org:<organisation>` and `case:<id>`: for whom the person speaks today. */
  readonly speaksFor: readonly string[];
  /** Roles that the person has in single cases today. */
  readonly parties: readonly { readonly case: string; readonly role: string }[];
}

export interface TokenCallerRow extends CallerRow {
  readonly scopes: readonly string[];
  readonly expired: boolean;
  readonly revoked: boolean;
  readonly deactivated: boolean;
}

/** `p` is the person, `$2` the local date. */
const WHO = `
  p.id, p.name, p.unit, p.staff,
  ARRAY(SELECT a.person FROM absence a
        WHERE a.substitute = p.id AND ${coveringSql('a', '$2::date')}) AS "standsInFor",
  ARRAY(${spokenForSql('p.id', '$2::date')}) AS "speaksFor",
  ARRAY(SELECT jsonb_build_object('case', y.case_id, 'role', y.role)
        FROM party y JOIN collaboration c ON c.id = y.case_id
        WHERE y.person = p.id AND ${coveringSql('y', '$2::date')}
          AND (y.phases IS NULL OR c.phase = ANY (y.phases))) AS parties`;

const LIVE = `s.expires_at > now() AND p.deactivated_at IS NULL AND s.last_seen_at > now() - $3 * interval '1 minute'`;

/** `last_seen_at` moves once a minute at most, so that reading does not write. */
const BY_SESSION = `
  WITH p AS (
    SELECT s.hash, s.last_seen_at, p.id, p.name, p.unit, p.staff
    FROM session s JOIN person p ON p.id = s.person WHERE s.hash = $1 AND ${LIVE}
  ), seen AS (
    UPDATE session SET last_seen_at = now() FROM p
    WHERE session.hash = p.hash AND session.last_seen_at < now() - interval '1 minute'
  )
  SELECT ${WHO} FROM p`;

const BY_TOKEN = `
  SELECT ${WHO}, t.scopes, t.expires_at <= now() AS expired, t.revoked_at IS NOT NULL AS revoked,
    p.deactivated_at IS NOT NULL AS deactivated
  FROM api_token t JOIN person p ON p.id = t.person WHERE t.id = $1`;

const STILL_LIVE = `
  SELECT s.hash AS key FROM session s JOIN person p ON p.id = s.person WHERE s.hash = ANY($1::text[]) AND ${LIVE}
  UNION ALL
  SELECT t.id::text FROM api_token t JOIN person p ON p.id = t.person
  WHERE t.id = ANY($2::uuid[]) AND t.expires_at > now() AND t.revoked_at IS NULL AND p.deactivated_at IS NULL`;

/** The person of a live session, which is then seen. */
export async function callerBySession(
  manager: EntityManager,
  { hash, on, idleMinutes }: { readonly hash: string; readonly on: LocalDate; readonly idleMinutes: number },
): Promise<CallerRow | undefined> {
  const [row] = await prepared<CallerRow>(manager, 'caller-by-session', BY_SESSION, [hash, on, idleMinutes]);
  return row;
}

/** The person whom a token acts as, whether or not the token is any good: the caller says what is wrong with it. */
export async function callerByToken(
  manager: EntityManager,
  { id, on }: { readonly id: string; readonly on: LocalDate },
): Promise<TokenCallerRow | undefined> {
  const [row] = await prepared<TokenCallerRow>(manager, 'caller-by-token', BY_TOKEN, [id, on]);
  return row;
}

const BY_ID = `SELECT ${WHO} FROM person p WHERE p.id = ANY ($1::text[])`;

/** What some people have today, whichever way they are signed in. */
export function callersById(
  manager: EntityManager,
  { ids, on }: { readonly ids: readonly UserId[]; readonly on: LocalDate },
): Promise<CallerRow[]> {
  return manager.query<CallerRow[]>(BY_ID, [ids, on]);
}

/** Which of some sessions (by hash) and tokens (by id) still hold; being asked about is not being seen. */
export async function stillLive(
  manager: EntityManager,
  { sessions, tokens, idleMinutes }: { sessions: readonly string[]; tokens: readonly string[]; idleMinutes: number },
): Promise<ReadonlySet<string>> {
  const rows = await manager.query<{ key: string }[]>(STILL_LIVE, [sessions, tokens, idleMinutes]);
  return new Set(rows.map(({ key }) => key));
}
