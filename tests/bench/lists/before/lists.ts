import type { EntityManager } from 'typeorm';

/** The questions of the lists as they were asked before, word for word, for the comparison. */

export interface Reader {
  readonly user: string;
  readonly tokens: readonly string[];
  readonly internalTokens: readonly string[];
  readonly speaksFor: readonly string[];
}

const LIMIT = 51;
const OPENED_AT = `to_char(c.opened_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US')`;
const DUE = `coalesce(to_char(c.next_due_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), '9999')`;
const SENT_AT = `coalesce(to_char(h.sent_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), '9999')`;
const DUE_AT = `to_char(m.due_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US')`;
const CASES = 'collaboration c LEFT JOIN organisation o ON o.id::text = c.organisation';
const STUCK = `(coalesce(c.stuck_at <= ($2::jsonb->>'now')::timestamptz, false) AND $2::jsonb->'inside' ?| c.readers)`;

const stuckParameter = ({ internalTokens }: Reader): string =>
  JSON.stringify({ now: new Date().toISOString(), inside: internalTokens });

export const casesBefore = (manager: EntityManager, reader: Reader): Promise<unknown> =>
  casesWhere(manager, 'c.readers && $1::text[]', [reader.tokens], OPENED_AT, 'DESC');

export const casesByDueBefore = (manager: EntityManager, reader: Reader): Promise<unknown> =>
  casesWhere(manager, 'c.readers && $1::text[]', [reader.tokens], DUE, 'ASC');

export const stuckCasesBefore = (manager: EntityManager, reader: Reader): Promise<unknown> =>
  casesWhere(
    manager,
    `c.readers && $1::text[] AND ${STUCK}`,
    [reader.tokens, stuckParameter(reader)],
    OPENED_AT,
    'DESC',
  );

export const foundCasesBefore = (manager: EntityManager, reader: Reader, q: string): Promise<unknown> =>
  casesWhere(
    manager,
    'c.readers && $1::text[] AND (c.number ILIKE $2 OR c.title ILIKE $2 OR o.name ILIKE $2)',
    [reader.tokens, `%${q}%`],
    OPENED_AT,
    'DESC',
  );

export const casesAtRiskBefore = (manager: EntityManager, reader: Reader): Promise<unknown> =>
  casesWhere(
    manager,
    `c.readers && $1::text[] AND ($2::jsonb->'inside' ?| c.readers AND c.state IN ('OPEN', 'SUSPENDED') AND (
      c.deputy IS NULL OR $2::jsonb->'contacts' ? c.contact OR $2::jsonb->'owners' ? c.owner
      OR ($2::jsonb->'uncovered' ? c.owner AND $2::jsonb->'uncovered' ? c.deputy)
    )) = ($2::jsonb->>'wanted')::boolean`,
    [
      reader.tokens,
      JSON.stringify({ wanted: true, contacts: [], owners: [], uncovered: [], inside: reader.internalTokens }),
    ],
    OPENED_AT,
    'DESC',
  );

async function casesWhere(
  manager: EntityManager,
  where: string,
  parameters: readonly unknown[],
  column: string,
  direction: 'ASC' | 'DESC',
): Promise<void> {
  await manager.query(`SELECT count(*) AS total FROM ${CASES} WHERE ${where}`, [...parameters]);
  await manager.query(
    `SELECT c.body, c.title, o.id AS organisation_id, o.name AS organisation_name, c.next_due_at, ${column} AS sorted
     FROM ${CASES} WHERE ${where}
     ORDER BY ${column} ${direction}, c.id::text ${direction} LIMIT ${LIMIT}`,
    [...parameters],
  );
}

export const handoversBefore = (manager: EntityManager, reader: Reader): Promise<unknown> =>
  handoversWhere(manager, 'c.readers && $1::text[] AND h.open', [reader.tokens]);

export const stuckHandoversBefore = (manager: EntityManager, reader: Reader): Promise<unknown> =>
  handoversWhere(manager, `c.readers && $1::text[] AND ${STUCK}`, [reader.tokens, stuckParameter(reader)]);

const handoversWhere = (manager: EntityManager, where: string, parameters: readonly unknown[]): Promise<unknown> =>
  manager.query(
    `SELECT h.body AS handover, h.open, c.body, c.title,
       EXISTS (SELECT 1 FROM sensitive_case s WHERE s.case_id = c.id) AS sensitive, ${SENT_AT} AS sorted
     FROM handover h JOIN collaboration c ON c.id = h.case_id WHERE ${where}
     ORDER BY ${SENT_AT} ASC, c.id::text || '/' || h.id ASC LIMIT ${LIMIT}`,
    [...parameters],
  );

/** Those who are away are one in fifty, as in an ordinary week. */
export const workBefore = (manager: EntityManager, { user, speaksFor }: Reader): Promise<unknown> =>
  manager.query(
    `SELECT deadline, body, title, own OR covers OR spoken AS mine, CASE WHEN covers THEN owed_by_user END AS covered
     FROM (
       SELECT d.body AS deadline, c.body, c.title, d.owed_by_user, d.due_at, c.id AS case_id, d.id, c.owner,
         d.owed_by_user = $1 IS TRUE AS own,
         (d.owed_by_user = ANY ($2) AND CASE
            WHEN d.owed_by_user = c.owner AND c.deputy IS NOT NULL AND NOT c.deputy = ANY ($2) THEN c.deputy = $1
            ELSE d.owed_by_user = ANY ($3) OR (d.owed_by_user = c.owner AND c.deputy = ANY ($3)) END) IS TRUE AS covers,
         (d.owed_by_party = 'ENTREPRENEUR' AND c.readers && $4::text[]) AS spoken
       FROM before.deadline d JOIN collaboration c ON c.id = d.case_id
       WHERE d.nature = 'DEBT' AND d.state IN ('OPEN', 'BREACHED') AND d.body->>'metAt' IS NULL
         AND (d.owed_by_user = $1 OR c.owner = $1 OR d.owed_by_user = ANY ($2)
           OR (d.owed_by_party = 'ENTREPRENEUR' AND c.readers && $4::text[]))
     ) work
     WHERE own OR covers OR spoken OR owner = $1
     ORDER BY due_at, case_id, id LIMIT 500`,
    [user, [], [], [...speaksFor]],
  );

export const lettersBefore = (manager: EntityManager, reader: Reader): Promise<unknown> =>
  manager.query(
    `SELECT m.id, m.seq, m.kind, m.slot, m.deadline, m.rung, m.template, m.language, m.due_at AS "dueAt",
            m.not_before AS "notBefore", m.status, m.sent_at AS "sentAt", c.body AS state, ${DUE_AT} AS sorted
     FROM outbox_message m JOIN collaboration c ON c.id = m.case_id WHERE c.readers && $1::text[]
     ORDER BY ${DUE_AT}, m.id::text LIMIT ${LIMIT}`,
    [[...reader.tokens]],
  );
