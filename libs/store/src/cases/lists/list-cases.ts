import type { EntityManager } from 'typeorm';
import type { Party } from '#domain/process/process-document.js';
import type { Instant } from '#domain/time.js';
import { likeContaining } from '../../db/like.js';
import { COUNTED_AT_MOST, cursorIn, cursorSql, orderSql, pageOf, totalOf } from '../../db/page.js';
import type { Direction, Page, Paging, SortKey, Total, WithCursor } from '../../db/page.js';
import { Where } from '../../db/where.js';
import { organisationsById } from '../../organisations/organisations.js';
import { caseColumnsSql, instantOf, IS_OPEN_SQL, listedCase } from './case-row.js';
import type { CaseColumns, ListedCase } from './case-row.js';
import { fewReadableCases, insideCondition, readableSql, type ReaderTokens } from './readable-cases.js';
import { stuckCondition } from './stuck-condition.js';

export interface CaseFilter {
  /** Read tokens of the reader; a case is listed when it accepts one of them. */
  readonly tokens: readonly string[];
  /** The tokens that also show whether a case is stuck or at risk; for other readers no case is. */
  readonly internalTokens: readonly string[];
  readonly phase?: string | undefined;
  readonly state?: string | undefined;
  readonly unit?: string | undefined;
  readonly units?: readonly string[] | undefined;
  readonly owner?: string | undefined;
  readonly waitingFor?: string | undefined;
  readonly stuck?: boolean | undefined;
  /** Cases that depend on one person, or (`wanted` false) the others; see domain/policy/key-person-risks.ts. */
  readonly risk?: PeopleAtRisk | undefined;
  /** Part of the title, the case number, the organisation's name or number, or the name of who enquired. */
  readonly q?: string | undefined;
}

export interface PeopleAtRisk {
  readonly wanted: boolean;
  readonly contacts: readonly string[];
  readonly owners: readonly string[];
  /** Away without a substitute. */
  readonly uncovered: readonly string[];
}

const ID: SortKey = { sql: 'c.id', type: 'uuid' };
const SORTED_BY = {
  number: [{ sql: 'c.number', type: 'text' }, ID],
  openedAt: [{ sql: 'c.opened_at', type: 'timestamptz' }, ID],
  phaseSince: [{ sql: 'c.phase_since', type: 'timestamptz' }, ID],
  due: [{ sql: `coalesce(c.next_due_at, 'infinity')`, type: 'timestamptz' }, ID],
} as const satisfies Record<string, readonly SortKey[]>;

export interface CaseOrder {
  readonly by: keyof typeof SORTED_BY;
  readonly direction: Direction;
}

export interface CaseInList extends ListedCase {
  readonly openedAt: Instant;
  readonly phaseSince: Instant;
  readonly waitingFor: Party | null;
  readonly organisation: { readonly id: string; readonly name: string } | null;
  readonly nextDueAt: Instant | null;
}

interface Row extends CaseColumns, WithCursor {
  openedAt: Date;
  phaseSince: Date;
  waitingFor: Party | null;
  organisation: string | null;
  nextDueAt: Date | null;
}

interface Asked extends Paging {
  readonly now: Instant;
}

export async function listCases(
  manager: EntityManager,
  filter: CaseFilter,
  { by, direction }: CaseOrder,
  { limit, cursor, now }: Asked,
): Promise<Page<CaseInList>> {
  const keys = SORTED_BY[by];
  const few = await fewReadableCases(manager, filter.tokens);
  const where = whereOf(filter, now)
    .and('c.id = ANY ($?::uuid[])', few ?? undefined)
    .after(keys, direction, cursor);
  const rows = await manager.query<Row[]>(
    `SELECT ${caseColumnsSql(where.value([...filter.internalTokens]))}, c.opened_at AS "openedAt",
            c.phase_since AS "phaseSince", c.waiting_for AS "waitingFor", c.organisation, c.next_due_at AS "nextDueAt",
            ${cursorSql(keys)}
     FROM collaboration c WHERE ${where.toString()} ${orderSql(keys, direction)} LIMIT ${limit + 1}`,
    where.parameters,
  );
  const page = pageOf(rows, limit, cursorIn);
  const organisations = await organisationsById(
    manager,
    page.rows.flatMap(({ organisation }) => organisation ?? []),
  );
  return { ...page, rows: page.rows.map((row) => caseInList(row, organisations)) };
}

/** How many cases there are in the whole list, counted no further than people need. */
export async function countCases(manager: EntityManager, filter: CaseFilter, now: Instant): Promise<Total> {
  const where = whereOf(filter, now);
  const [row] = await manager.query<{ count: number }[]>(
    `SELECT count(*)::integer AS count FROM (
       SELECT 1 FROM collaboration c WHERE ${where.toString()} LIMIT ${COUNTED_AT_MOST + 1}) listed`,
    where.parameters,
  );
  return totalOf(row?.count ?? 0);
}

function whereOf(filter: CaseFilter, now: Instant): Where {
  const { tokens, phase, state, unit, units, owner, waitingFor, stuck, risk, q } = filter;
  return new Where()
    .and(readableSql('$?'), [...tokens])
    .and('c.phase = $?', phase)
    .and('c.state = $?', state)
    .and('c.unit = $?', unit)
    .and('c.unit = ANY ($?::text[])', units && [...units])
    .and('c.owner = $?', owner)
    .and('c.waiting_for = $?', waitingFor)
    .and(HAS_WORDS, ...wordsOf(q, filter.internalTokens))
    .and(...riskCondition(risk, filter))
    .and(...stuckCondition(stuck, filter, now));
}

/** A number of an organisation is found however it is spaced; a contact's name only by those who see what is internal. */
const wordsOf = (q: string | undefined, internalTokens: readonly string[]): readonly unknown[] =>
  q === undefined
    ? [undefined]
    : [likeContaining(q), likeContaining(/^[\d .]+$/.test(q) ? q.replaceAll(/[ .]/g, '') : q), [...internalTokens]];

/** An array, and not a join, so that each part of the condition has an index. Norwegian order does not matter, and is slow. */
const HAS_WORDS = `(c.number ILIKE $? OR c.title ILIKE $?
  OR c.organisation = ANY (ARRAY(SELECT o.id::text FROM organisation o WHERE o.name COLLATE "default" ILIKE $? OR o.number ILIKE $?2))
  OR (c.readers && $?3::text[] AND c.id = ANY (ARRAY(SELECT e.id FROM enquiry e WHERE e.contact_name ILIKE $?))))`;

/** A case without a deputy, with one of these contacts or owners, or with both owner and deputy uncovered. */
const DEPENDS_ON_ONE = `(c.deputy IS NULL OR c.contact = ANY ($?::text[]) OR c.owner = ANY ($?2::text[])
  OR (c.owner = ANY ($?3::text[]) AND c.deputy = ANY ($?3::text[])))`;

/** The case is open and at risk, and the reader may know it. */
function riskCondition(
  risk: PeopleAtRisk | undefined,
  reader: ReaderTokens,
): readonly [condition: string, ...values: unknown[]] {
  if (!risk) return ['', undefined];
  const { wanted, contacts, owners, uncovered } = risk;
  const [inside, ...values] = insideCondition(reader, '$?4');
  const isAtRisk = `(${IS_OPEN_SQL} AND ${DEPENDS_ON_ONE}${inside})`;
  return [wanted ? isAtRisk : `NOT ${isAtRisk}`, [...contacts], [...owners], [...uncovered], ...values];
}

function caseInList(row: Row, organisations: ReadonlyMap<string, { id: string; name: string }>): CaseInList {
  const { openedAt, phaseSince, waitingFor, nextDueAt } = row;
  const organisation = organisations.get(row.organisation ?? '');
  return {
    ...listedCase(row),
    openedAt: instantOf(openedAt),
    phaseSince: instantOf(phaseSince),
    waitingFor,
    organisation: organisation ? { id: organisation.id, name: organisation.name } : null,
    nextDueAt: nextDueAt && instantOf(nextDueAt),
  };
}
