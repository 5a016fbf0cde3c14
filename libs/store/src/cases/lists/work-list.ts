import type { EntityManager } from 'typeorm';
import type { Case, Deadline, UserId } from '#domain/model/case.js';
import type { StoredCase } from './find-case.js';
import { readableSql } from './readable-cases.js';

export interface WorkListItem {
  readonly case: StoredCase;
  readonly deadline: Deadline;
  /** The person owes it or acts for who does. False: somebody else owes it in a case that the person owns. */
  readonly mine: boolean;
  /** The absent person for whom the person acts. */
  readonly onBehalfOf: UserId | null;
}

export interface WorkListQuery {
  readonly user: UserId;
  /** Read tokens of the person. */
  readonly tokens: readonly string[];
  /** Everybody who is away today. */
  readonly away: readonly UserId[];
  /** The absent people whose substitute the person is. */
  readonly standsInFor: readonly UserId[];
  /** What an outside person represents: `org:<id>` or `case:<id>`. */
  readonly speaksFor: readonly string[];
}

interface Row {
  deadline: Deadline;
  body: Case;
  title: string;
  mine: boolean;
  covered: UserId | null;
}

const MAX_ROWS = 500;

/**
 * The deputy covers for an absent owner. The substitute covers for any other absent debtor, and for the owner when there is
 * no deputy or the deputy is away too. Same rule as domain/policy/absence.ts.
 */
const IS_COVERED = `d.owed_by_user = ANY ($2) AND CASE
  WHEN d.owed_by_user = c.owner AND c.deputy IS NOT NULL AND NOT c.deputy = ANY ($2) THEN c.deputy = $1
  ELSE d.owed_by_user = ANY ($3) OR (d.owed_by_user = c.owner AND c.deputy = ANY ($3)) END`;

/** Open DEBT deadlines that the person owes or covers, and those that others owe in the person's cases; earliest first. */
export async function workListOf(
  manager: EntityManager,
  { user, tokens, away, standsInFor, speaksFor }: WorkListQuery,
): Promise<WorkListItem[]> {
  const rows = await manager.query<Row[]>(
    `SELECT deadline, body, title, own OR covers OR spoken AS mine, CASE WHEN covers THEN owed_by_user END AS covered
     FROM (
       SELECT d.body AS deadline, c.body, c.title, d.owed_by_user, d.due_at, c.id AS case_id, d.id, c.owner,
         d.owed_by_user = $1 IS TRUE AS own,
         (${IS_COVERED}) IS TRUE AS covers,
         (d.owed_by_party = 'ENTREPRENEUR' AND c.readers && $4::text[]) AS spoken
       FROM deadline d JOIN collaboration c ON c.id = d.case_id
       WHERE ${readableSql('$5')} AND d.nature = 'DEBT' AND d.state IN ('OPEN', 'BREACHED') AND d.body->>'metAt' IS NULL
         AND (d.owed_by_user = $1 OR c.owner = $1 OR d.owed_by_user = ANY ($2)
           OR (d.owed_by_party = 'ENTREPRENEUR' AND c.readers && $4::text[]))
     ) work
     WHERE own OR covers OR spoken OR owner = $1
     ORDER BY due_at, case_id, id LIMIT ${MAX_ROWS}`,
    [user, [...away], [...standsInFor], [...speaksFor], [...tokens]],
  );
  return rows.map(({ deadline, body, title, mine, covered }) => ({
    case: { state: body, title },
    deadline,
    mine,
    onBehalfOf: covered,
  }));
}
