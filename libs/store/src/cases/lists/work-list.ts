import type { EntityManager } from 'typeorm';
import type { Case, Deadline, ResolvedParty, UserId } from '#domain/model/case.js';
import type { CasePeople } from '#domain/deadline/debtor-creditor.js';
import type { Instant } from '#domain/time.js';
import { cursorIn, cursorSql, orderSql, pageOf } from '../../db/page.js';
import type { Page, Paging, SortKey, WithCursor } from '../../db/page.js';
import { Where } from '../../db/where.js';
import { HANDOVERS_SQL } from './case-row.js';
import { readableSql } from './readable-cases.js';
import type { Worker } from './worker.js';

export interface WorkListItem {
  readonly case: WorkCase;
  readonly deadline: Deadline;
  readonly owedBy: ResolvedParty;
  readonly owedTo: ResolvedParty;
  /** The absent person for whom the person acts. */
  readonly onBehalfOf: UserId | null;
  /** What the same person owes in the case besides, later, and the same step ends. */
  readonly also: readonly Pick<Deadline, 'id' | 'kind' | 'dueOn'>[];
}

/** What My day shows of a case, and its people. */
export interface WorkCase
  extends CasePeople, Pick<Case, 'id' | 'number' | 'phase' | 'process' | 'deputy' | 'contact' | 'pauses'> {
  readonly title: string;
  /** The name of the organisation. */
  readonly organisation: string | null;
}

/**
 * Whose debts: MINE are those that the person owes, for an absent one or by a role too; others owe what is WAITED_FOR, in
 * cases that the person owns or to a role that the person has.
 */
export type WhoseWork = 'MINE' | 'WAITED_FOR';

export interface WorkSection {
  readonly whose: WhoseWork;
  readonly dueAfter?: Instant | undefined;
  /** Inclusive. */
  readonly dueUntil?: Instant | undefined;
}

interface Row extends WithCursor, Pick<WorkListItem, 'deadline' | 'owedBy' | 'owedTo' | 'also'> {
  readonly case: WorkCase;
  readonly handovers: Case['handovers'];
  readonly covered: UserId | null;
  readonly total: number;
  /** The place of its section among those asked for, from 1. */
  readonly part: number;
}

const keysOf = (alias: string): readonly SortKey[] => [
  { sql: `${alias}.due_at`, type: 'timestamptz' },
  { sql: `${alias}.case_id`, type: 'uuid' },
  { sql: `${alias}.id`, type: 'text' },
];

/** A person owes it, whose role in the case is not over. */
const OWED_BY_PERSON = `(d.owed_by_user IS NOT NULL AND (d.owed_by_until IS NULL OR d.owed_by_until >= $9::date))`;
const OWED_BY_OWNER_OR_CONTACT = `d.owed_by_user IN (c.owner, c.contact)`;
/**
 * The deputy covers for an absent owner or contact. The substitute covers for any other absent debtor, and for these when there
 * is no deputy or the deputy is away too. Same rule as domain/policy/absence.ts.
 */
const IS_COVERED = `${OWED_BY_PERSON} AND d.owed_by_user = ANY ($2) AND CASE
  WHEN ${OWED_BY_OWNER_OR_CONTACT} AND c.deputy IS NOT NULL AND NOT c.deputy = ANY ($2) THEN c.deputy = $1
  ELSE d.owed_by_user = ANY ($3) OR (${OWED_BY_OWNER_OR_CONTACT} AND c.deputy = ANY ($3)) END`;
/** Nobody acts for the debtor, and the person leads the debtor's unit. */
const IS_LEFT_TO_LEADER = `${OWED_BY_PERSON} AND d.owed_by_user = ANY ($8)
  AND NOT (${OWED_BY_OWNER_OR_CONTACT} AND c.deputy IS NOT NULL AND NOT c.deputy = ANY ($7))`;
/** The absent person whose debt it is. */
const FOR_ANOTHER = `CASE WHEN (${IS_COVERED}) OR (${IS_LEFT_TO_LEADER}) THEN d.owed_by_user END`;
/** Same rule as domain/people/duty-holders.ts. */
const IS_MINE = `(d.nature = 'DEBT' AND ((${OWED_BY_PERSON} AND d.owed_by_user = $1) OR (${IS_COVERED}) OR (${IS_LEFT_TO_LEADER})
  OR (d.owed_by_duty = ANY ($6) AND NOT ${OWED_BY_PERSON})
  OR (d.owed_by_party = 'ENTREPRENEUR' AND c.readers && $4::text[]))) IS TRUE`;

/**
 * Debts that can be the person's: of them, those they stand in for or those nobody does; as deputy; of
 * their roles; as speaker.
 */
const MINE_FOUND = `
  SELECT w.case_id, w.id FROM deadline w
    WHERE w.owed_by_user = ANY (array_append($3::text[] || $8::text[], $1))
  UNION SELECT w.case_id, w.id FROM collaboration k JOIN deadline w ON w.case_id = k.id
    WHERE k.deputy = ANY (array_append($3::text[], $1)) AND w.owed_by_user = ANY ($2)
      AND w.owed_by_user IN (k.owner, k.contact)
  UNION SELECT w.case_id, w.id FROM deadline w
    WHERE w.owed_by_duty = ANY ($6)
  UNION SELECT w.case_id, w.id FROM collaboration k JOIN deadline w ON w.case_id = k.id
    WHERE k.readers && $4::text[] AND w.owed_by_party = 'ENTREPRENEUR'`;
/** All that runs in the person's cases, what is owed to the person's roles or to the entrepreneur for whom the person speaks. */
const WAITED_FOR_FOUND = `
  SELECT w.case_id, w.id FROM collaboration k JOIN deadline w ON w.case_id = k.id
    WHERE k.owner = $1
  UNION SELECT w.case_id, w.id FROM deadline w
    WHERE w.owed_to_duty = ANY ($6)
  UNION SELECT w.case_id, w.id FROM collaboration k JOIN deadline w ON w.case_id = k.id
    WHERE k.readers && $4::text[] AND (w.owed_to_party = 'ENTREPRENEUR' OR w.nature = 'HOLD')`;

const FOUND: Readonly<Record<WhoseWork, string>> = { MINE: MINE_FOUND, WAITED_FOR: WAITED_FOR_FOUND };

/** What one step ends: the earliest stands for all of them. */
const SAME_STEP = `coalesce((d.act->'command')::text || (d.act->'body')::text, d.id)`;
/** Of one person, or what one absent person owes; promises to somebody from outside stand each for itself. */
const TOGETHER: Readonly<Record<WhoseWork, string>> = {
  MINE: SAME_STEP,
  WAITED_FOR: `d.owed_by_party, d.owed_by_user, d.owed_by_duty, CASE WHEN cardinality($4::text[]) = 0 THEN ${SAME_STEP} ELSE d.id END`,
};

const ALSO_SQL = `(SELECT coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'kind', o.body->'kind', 'dueOn', o.body->'dueOn') ORDER BY o.due_at, o.id), '[]')
       FROM deadline o WHERE o.case_id = page.case_id AND o.id = ANY (page.ids) AND o.id <> page.id)`;

export type WorkPage = Page<WorkListItem> & { readonly total: number };

export interface WorkSections extends Pick<WorkSection, 'whose'> {
  readonly parts: readonly Omit<WorkSection, 'whose'>[];
}

/**
 * Open debts of sections of My day, earliest first, and how many there are in each whole section: whose debts they are is found
 * once for all of them.
 * @param cursor  of a page of the only section.
 */
export async function workOfSections(
  manager: EntityManager,
  worker: Worker,
  { whose, parts }: WorkSections,
  { limit, cursor }: Paging,
): Promise<readonly WorkPage[]> {
  const dueAfter = parts.map((it) => it.dueAfter ?? '-infinity');
  const dueUntil = parts.map((it) => it.dueUntil ?? 'infinity');
  const page = new Where([...peopleOf(worker), dueAfter, dueUntil]).after(keysOf('work'), 'ASC', cursor);
  const rows = await rowsOf(
    manager,
    `mine AS (
       SELECT d.due_at, d.case_id, d.id, ${FOR_ANOTHER} AS covered, row_number() OVER same AS place, array_agg(d.id) OVER same AS ids
       FROM (${FOUND[whose]}) found
         JOIN deadline d ON d.case_id = found.case_id AND d.id = found.id JOIN collaboration c ON c.id = d.case_id
       WHERE ${readableSql('$5')} AND d.state <> 'PAUSED' AND ${whose === 'MINE' ? '' : 'NOT '}${IS_MINE}
       WINDOW same AS (PARTITION BY d.case_id, ${FOR_ANOTHER}, ${TOGETHER[whose]} ORDER BY d.due_at, d.id
         ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)
     ), work AS (
       SELECT due_at, case_id, id, covered, ids, part::integer, count(*) OVER (PARTITION BY part)::integer AS total
       FROM mine JOIN unnest($10::timestamptz[], $11::timestamptz[]) WITH ORDINALITY AS p (due_after, due_until, part)
         ON due_at > due_after AND due_at <= due_until
       WHERE place = 1
     ), placed AS (
       SELECT work.*, row_number() OVER (PARTITION BY part ${orderSql(keysOf('work'), 'ASC')}) AS place
       FROM work WHERE ${page.toString()}
     ), page AS MATERIALIZED (
       SELECT * FROM placed WHERE place <= ${limit + 1}
     )`,
    page.parameters,
  );
  return parts.map((_, index) => {
    const inPart = rows.filter(({ part }) => part === index + 1);
    const found = pageOf(inPart, limit, cursorIn);
    return { ...found, total: inPart[0]?.total ?? 0, rows: found.rows.map(workItem) };
  });
}

/**
 * What was escalated to the person or their unit's other managers, earliest first: others owe it, and nobody has acted on it. Each
 * debt stands for itself, so that Postgres stops when there are enough. To be chosen from: pauses of the cases are not read, which
 * are in their JSON.
 */
export async function escalatedTo(
  manager: EntityManager,
  worker: Worker,
  { limit }: Pick<Paging, 'limit'>,
): Promise<Page<WorkListItem>> {
  const rows = await rowsOf(
    manager,
    `page AS MATERIALIZED (
       SELECT d.case_id, d.id, ${FOR_ANOTHER} AS covered, ARRAY[d.id] AS ids, 1 AS part, 0 AS total
       FROM deadline d JOIN collaboration c ON c.id = d.case_id
       WHERE d.escalated_to IS NOT NULL AND d.escalated_to && $10::text[] AND ${readableSql('$5')} AND d.state <> 'PAUSED'
         AND NOT ${IS_MINE}
       ${orderSql(keysOf('d'), 'ASC')} LIMIT ${limit + 1}
     )`,
    [...peopleOf(worker), [...worker.managerSlots]],
    `'[]'::jsonb`,
  );
  const page = pageOf(rows, limit, cursorIn);
  return { ...page, rows: page.rows.map(workItem) };
}

/** The same debts with all that is shown of them. */
export async function wholeItems(manager: EntityManager, items: readonly WorkListItem[]): Promise<WorkListItem[]> {
  if (items.length === 0) return [];
  const rows = await rowsOf(
    manager,
    `page AS MATERIALIZED (
       SELECT *, ARRAY[id] AS ids, 1 AS part, 0 AS total FROM unnest($1::uuid[], $2::text[], $3::text[]) p (case_id, id, covered))`,
    [
      items.map((it) => it.case.id),
      items.map(({ deadline }) => deadline.id),
      items.map(({ onBehalfOf }) => onBehalfOf),
    ],
  );
  return rows.map(workItem);
}

/** Parameters 1 to 9 of every query here. */
const peopleOf = ({
  user,
  on,
  tokens,
  away,
  unattended,
  leftTo,
  standsInFor,
  duties,
  speaksFor,
}: Worker): unknown[] => [
  user,
  ...[away, standsInFor, speaksFor, tokens, duties, unattended, leftTo].map((them) => [...them]),
  on,
];

/** @param page  defines `page`: the debts to read. */
const rowsOf = (
  manager: EntityManager,
  page: string,
  parameters: readonly unknown[],
  pauses = `c.body->'pauses'`,
): Promise<Row[]> =>
  manager.query<Row[]>(
    `WITH ${page}
     SELECT page.part, d.body AS deadline, page.covered, page.total, ${ALSO_SQL} AS also, ${HANDOVERS_SQL} AS handovers,
       jsonb_build_object('party', d.owed_by_party, 'role', d.owed_by_role, 'unit', d.owed_by_unit, 'user', d.owed_by_user)
         AS "owedBy",
       jsonb_build_object('party', d.owed_to_party, 'role', d.owed_to_role, 'unit', d.owed_to_unit, 'user', d.owed_to_user)
         AS "owedTo",
       jsonb_build_object('id', c.id, 'number', c.number, 'title', c.title, 'phase', c.phase, 'owner', c.owner,
         'organisation', (SELECT o.name FROM organisation o WHERE o.id = c.organisation::uuid),
         'deputy', c.deputy, 'contact', c.contact, 'entrepreneur', c.entrepreneur, 'unit', c.unit, 'pauses', ${pauses},
         'process', jsonb_build_object('id', c.process_id, 'version', c.process_version)) AS "case",
       ${cursorSql(keysOf('d'))}
     FROM page JOIN deadline d ON d.case_id = page.case_id AND d.id = page.id JOIN collaboration c ON c.id = d.case_id
     ${orderSql(keysOf('d'), 'ASC')}`,
    [...parameters],
  );

function workItem({ case: about, handovers, deadline, owedBy, owedTo, covered, also }: Row): WorkListItem {
  const known = (party: ResolvedParty): ResolvedParty =>
    Object.fromEntries(Object.entries(party).filter(([, value]) => value !== null)) as unknown as ResolvedParty;
  return {
    case: { ...about, handovers },
    deadline,
    owedBy: known(owedBy),
    owedTo: known(owedTo),
    onBehalfOf: covered,
    also,
  };
}
