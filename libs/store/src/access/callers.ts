import type { EntityManager } from 'typeorm';
import type { UnitId, UserId } from '#domain/model/case.js';
import type { LocalDate } from '#domain/time.js';
import { rolesInCasesSql } from '../cases/lists/roles-in-cases.js';
import { queryPrepared } from '../db/query-prepared.js';
import { representationsSql } from '../organisations/representatives.js';

/** Who makes a request: everything about them except their roles and absences, read with one query. */
export interface CallerRow {
  readonly id: UserId;
  readonly name: string;
  readonly unit: UnitId;
  readonly staff: boolean;
  /** What the caller represents today: `org:<organisation>` or `case:<id>`. */
  readonly speaksFor: readonly string[];
  /** Roles the caller holds in individual cases today. */
  readonly parties: readonly { readonly case: string; readonly role: string }[];
}

export interface TokenCallerRow extends CallerRow {
  readonly scopes: readonly string[];
  readonly expired: boolean;
  readonly revoked: boolean;
  readonly deactivated: boolean;
}

/** Expects a person aliased `p` and the local date as `$2`. */
const CALLER_COLUMNS = `
  p.id, p.name, p.unit, p.staff,
  ARRAY(${representationsSql('p.id', '$2::date')}) AS "speaksFor",
  ARRAY(${rolesInCasesSql('p.id', '$2::date')}) AS parties`;

const SESSION_IS_LIVE = `s.expires_at > now() AND p.deactivated_at IS NULL AND s.last_seen_at > now() - $3 * interval '1 minute'`;

/** Updates `last_seen_at` at most once a minute, so that most reads do not write. */
const BY_SESSIONS = `
  WITH p AS (
    SELECT s.hash, s.last_seen_at, p.id, p.name, p.unit, p.staff
    FROM session s JOIN person p ON p.id = s.person WHERE s.hash = ANY($1::text[]) AND ${SESSION_IS_LIVE}
  ), seen AS (
    UPDATE session SET last_seen_at = now() FROM p
    WHERE session.hash = p.hash AND session.last_seen_at < now() - interval '1 minute'
  )
  SELECT p.hash AS "sessionHash", ${CALLER_COLUMNS} FROM p`;

const BY_TOKEN = `
  SELECT ${CALLER_COLUMNS}, t.scopes, t.expires_at <= now() AS expired, t.revoked_at IS NOT NULL AS revoked,
    p.deactivated_at IS NOT NULL AS deactivated
  FROM api_token t JOIN person p ON p.id = t.person WHERE t.id = $1`;

const LIVE_KEYS = `
  SELECT s.hash AS key FROM session s JOIN person p ON p.id = s.person WHERE s.hash = ANY($1::text[]) AND ${SESSION_IS_LIVE}
  UNION ALL
  SELECT t.id::text FROM api_token t JOIN person p ON p.id = t.person
  WHERE t.id = ANY($2::uuid[]) AND t.expires_at > now() AND t.revoked_at IS NULL AND p.deactivated_at IS NULL`;

export type SessionCallerRow = CallerRow & { readonly sessionHash: string };

/** Finds the callers of live sessions, by the session's hash, and records that the sessions were used. */
export async function callersBySession(
  manager: EntityManager,
  {
    hashes,
    on,
    idleMinutes,
  }: { readonly hashes: readonly string[]; readonly on: LocalDate; readonly idleMinutes: number },
): Promise<ReadonlyMap<string, SessionCallerRow>> {
  const rows = await queryPrepared<SessionCallerRow>(manager, BY_SESSIONS, [hashes, on, idleMinutes]);
  return new Map(rows.map((row) => [row.sessionHash, row]));
}

/** Finds the person an API token acts as. Also returns revoked and expired tokens, so that the api can say which. */
export async function callerByToken(
  manager: EntityManager,
  { id, on }: { readonly id: string; readonly on: LocalDate },
): Promise<TokenCallerRow | undefined> {
  const [row] = await queryPrepared<TokenCallerRow>(manager, BY_TOKEN, [id, on]);
  return row;
}

const BY_ID = `SELECT ${CALLER_COLUMNS} FROM person p WHERE p.id = ANY ($1::text[])`;

/** The same for people by id, without a session or token. */
export function callersById(
  manager: EntityManager,
  { ids, on }: { readonly ids: readonly UserId[]; readonly on: LocalDate },
): Promise<CallerRow[]> {
  return manager.query<CallerRow[]>(BY_ID, [ids, on]);
}

/** Which of these sessions (by hash) and tokens (by id) are still valid. Does not count as use of a session. */
export async function liveSessionsAndTokens(
  manager: EntityManager,
  { sessions, tokens, idleMinutes }: { sessions: readonly string[]; tokens: readonly string[]; idleMinutes: number },
): Promise<ReadonlySet<string>> {
  const rows = await manager.query<{ key: string }[]>(LIVE_KEYS, [sessions, tokens, idleMinutes]);
  return new Set(rows.map(({ key }) => key));
}
