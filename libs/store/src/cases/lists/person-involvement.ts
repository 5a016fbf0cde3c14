import type { EntityManager } from 'typeorm';
import type { UserId } from '#domain/model/case.js';

/** A case that a person is involved in, and how. */
export interface CaseInvolvement {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  /** `owner`, `deputy`, `contact`, `entrepreneur`, `ownedBefore`, or `party` when a handover or a fact names the person. */
  readonly as: readonly string[];
  readonly open: boolean;
}

/** An event that a person caused. */
export interface PersonAction {
  readonly collaboration: string;
  readonly seq: number;
  readonly type: string;
  readonly at: string;
  readonly recordedAt: string;
}

/** A text that a person wrote, with the command it belongs to. */
export interface WrittenText {
  readonly collaboration: string;
  readonly command: string;
  readonly field: string;
  readonly at: string;
  readonly body: unknown;
}

export async function casesInvolving(manager: EntityManager, person: UserId): Promise<CaseInvolvement[]> {
  return manager.query<CaseInvolvement[]>(
    `SELECT c.id, c.number, c.title, c.body->'closedAt' IS NULL AS open, array_remove(ARRAY[
              CASE WHEN c.owner = $1 THEN 'owner' END,
              CASE WHEN c.deputy = $1 THEN 'deputy' END,
              CASE WHEN c.contact = $1 THEN 'contact' END,
              CASE WHEN c.entrepreneur = $1 THEN 'entrepreneur' END,
              CASE WHEN EXISTS (SELECT 1 FROM ownership k WHERE k.case_id = c.id AND k.owner = $1 AND k.to_at IS NOT NULL)
                   THEN 'ownedBefore' END,
              CASE WHEN c.readers && ARRAY['user:' || $1] THEN 'party' END], NULL) AS "as"
     FROM collaboration c
     WHERE c.readers && ARRAY['user:' || $1]
        OR EXISTS (SELECT 1 FROM ownership k WHERE k.case_id = c.id AND k.owner = $1)
     ORDER BY c.number`,
    [person],
  );
}

const ISO = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

export async function actionsBy(manager: EntityManager, person: UserId): Promise<PersonAction[]> {
  return manager.query<PersonAction[]>(
    `SELECT case_id AS collaboration, seq, type, ${ISO('at')} AS at, ${ISO('recorded_at')} AS "recordedAt"
     FROM event WHERE by = $1 ORDER BY recorded_at, case_id, seq`,
    [person],
  );
}

export async function textsBy(manager: EntityManager, person: UserId): Promise<WrittenText[]> {
  return manager.query<WrittenText[]>(
    `SELECT t.case_id AS collaboration, t.command_id AS command, t.field, ${ISO('t.created_at')} AS at, t.body
     FROM text t
     WHERE EXISTS (SELECT 1 FROM event e WHERE e.case_id = t.case_id AND e.command = t.command_id
                     AND e.command_hash IS NOT NULL AND e.by = $1)
     ORDER BY t.created_at, t.id`,
    [person],
  );
}
