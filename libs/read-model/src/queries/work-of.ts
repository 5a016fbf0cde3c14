import type { EntityManager } from 'typeorm';
import type { Case, Deadline, UserId } from '#domain/case/case.js';
import type { StoredCase } from './find-case.js';

export interface WorkRow {
  readonly case: StoredCase;
  readonly deadline: Deadline;
  /** The person owes it; else somebody else does, on a case the person has. */
  readonly mine: boolean;
}

interface Row {
  deadline: Deadline;
  body: Case;
  title: string;
  mine: boolean;
}

/** More than anybody gets through in a day. */
const MOST = 500;

/** Open debts that a person owes, and those that others owe on the person's cases; earliest first. */
export async function workOf(manager: EntityManager, user: UserId): Promise<WorkRow[]> {
  const rows = await manager.query<Row[]>(
    `SELECT d.body AS deadline, c.body, c.title, d.owed_by_user = $1 IS TRUE AS mine
     FROM deadline d JOIN collaboration c ON c.id = d.case_id
     WHERE d.nature = 'DEBT' AND d.state IN ('OPEN', 'BREACHED') AND d.body->>'metAt' IS NULL
       AND (d.owed_by_user = $1 OR c.owner = $1)
     ORDER BY d.due_at, c.id, d.id LIMIT ${MOST}`,
    [user],
  );
  return rows.map(({ deadline, body, title, mine }) => ({ case: { state: body, title }, deadline, mine }));
}
