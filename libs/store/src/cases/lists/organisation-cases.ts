import type { EntityManager } from 'typeorm';
import type { UnitId, UserId } from '#domain/model/case.js';
import { readableSql } from './readable-cases.js';

/** What makes a member of staff responsible for cases, beyond being able to read them. */
export interface CaseResponsibility {
  readonly user: UserId;
  /** Units that the person manages. */
  readonly managed: readonly UnitId[];
  /** Whether the person receives new enquiries. */
  readonly frontLine: boolean;
  readonly admin: boolean;
}

/** Whether the organisation has a case that accepts one of the tokens. */
export async function hasReadableCase(
  manager: EntityManager,
  organisation: string,
  tokens: readonly string[],
): Promise<boolean> {
  return exists(
    manager,
    `SELECT 1 AS found FROM collaboration c WHERE c.organisation = $1 AND ${readableSql('$2')} LIMIT 1`,
    [organisation, tokens],
  );
}

/** Whether the organisation has a case that accepts none of the tokens. */
export async function hasHiddenCase(
  manager: EntityManager,
  organisation: string,
  tokens: readonly string[],
): Promise<boolean> {
  return exists(
    manager,
    `SELECT 1 AS found FROM collaboration c WHERE c.organisation = $1 AND NOT ${readableSql('$2')} LIMIT 1`,
    [organisation, tokens],
  );
}

/** Whether the person is responsible for a case of the organisation: as owner, deputy, manager, front line or administrator. */
export async function isResponsibleForCase(
  manager: EntityManager,
  organisation: string,
  { user, managed, frontLine, admin }: CaseResponsibility,
): Promise<boolean> {
  return exists(
    manager,
    `SELECT 1 AS found FROM collaboration WHERE organisation = $1
     AND (owner = $2 OR deputy = $2 OR unit = ANY ($3::text[]) OR ($4 AND 'role:mottak' = ANY (readers)) OR $5) LIMIT 1`,
    [organisation, user, managed, frontLine, admin],
  );
}

/** The cases among `ids` that accept one of the tokens. */
export async function readableAmong(
  manager: EntityManager,
  ids: readonly string[],
  tokens: readonly string[],
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await manager.query<{ id: string }[]>(
    `SELECT c.id FROM collaboration c WHERE c.id = ANY ($1::uuid[]) AND ${readableSql('$2')}`,
    [ids, tokens],
  );
  return new Set(rows.map(({ id }) => id));
}

async function exists(manager: EntityManager, sql: string, parameters: readonly unknown[]): Promise<boolean> {
  const rows = await manager.query<unknown[]>(sql, [...parameters]);
  return rows.length > 0;
}
