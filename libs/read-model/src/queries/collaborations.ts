import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { Case } from '#domain/case/case.js';
import type { Party, Phase } from '#domain/process/core.js';
import type { Instant } from '#domain/time.js';
import { CollaborationTable, type CollaborationRow } from '../tables/collaboration.js';
import { instantOf, instantOrNull, page, type Order, type PageOf } from './page.js';

export interface CollaborationFilter {
  readonly phase?: Phase | undefined;
  readonly state?: Case['state'] | undefined;
  readonly unit?: string | undefined;
  readonly owner?: string | undefined;
  readonly waitingFor?: Party | undefined;
  readonly stuck?: boolean | undefined;
  /** Part of the number, the title or the organisation's name. */
  readonly q?: string | undefined;
}

export type CollaborationSort = 'number' | '-number' | 'openedAt' | '-openedAt' | 'due' | 'phaseSince' | '-phaseSince';

export interface CollaborationsAsked extends CollaborationFilter {
  /** Tokens that the reader holds (domain/policy/read.ts). */
  readonly tokens: readonly string[];
  readonly now: Instant;
  readonly sort?: CollaborationSort | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** A case as lists show it, without its body. */
export interface ListedCollaboration extends Omit<CollaborationRow, 'body' | 'readers' | 'epoch'> {
  readonly organisationName: string | null;
  /** Stands still at the instant asked for. */
  readonly stuck: boolean;
}

const ORDERS: Readonly<Record<CollaborationSort, Order>> = {
  number: { by: 'c.number', type: 'text', direction: 'ASC' },
  '-number': { by: 'c.number', type: 'text', direction: 'DESC' },
  openedAt: { by: 'c.opened_at', type: 'timestamptz', direction: 'ASC' },
  '-openedAt': { by: 'c.opened_at', type: 'timestamptz', direction: 'DESC' },
  due: { by: `coalesce(c.next_due_at, 'infinity')`, type: 'timestamptz', direction: 'ASC' },
  phaseSince: { by: 'c.phase_since', type: 'timestamptz', direction: 'ASC' },
  '-phaseSince': { by: 'c.phase_since', type: 'timestamptz', direction: 'DESC' },
};

/** Cases that the reader may see, a page at a time; newest number first unless asked otherwise. */
export async function listCollaborations(
  manager: EntityManager,
  asked: CollaborationsAsked,
): Promise<PageOf<ListedCollaboration>> {
  const sort = asked.sort ?? '-number';
  const query = matching(manager, asked)
    .leftJoin('organisation', 'o', 'o.id::text = c.organisation')
    .select(COLUMNS.map((column) => `c.${column}`))
    .addSelect('o.name', 'organisation_name');
  return page(query, ORDERS[sort], 'c.id::text', { ...asked, sort }, (raw) => listed(raw, asked.now));
}

export async function countCollaborations(manager: EntityManager, asked: CollaborationsAsked): Promise<number> {
  const query = matching(manager, asked).leftJoin('organisation', 'o', 'o.id::text = c.organisation');
  const raw = await query.select('count(*)::int', 'total').getRawOne<{ total: number }>();
  return raw?.total ?? 0;
}

const COLUMNS = [
  'id', 'number', 'version', 'phase', 'state', 'unit', 'owner', 'deputy', 'contact', 'entrepreneur', 'organisation',
  'waitingFor', 'processId', 'processVersion', 'openedAt', 'phaseSince', 'stuckAt', 'title', 'nextDueAt',
] as const;

function matching(manager: EntityManager, asked: CollaborationsAsked): SelectQueryBuilder<CollaborationRow> {
  const query = manager
    .createQueryBuilder(CollaborationTable, 'c')
    .where('c.readers && :tokens::text[]', { tokens: [...asked.tokens] });
  for (const column of ['phase', 'state', 'unit', 'owner', 'waitingFor'] as const) {
    if (asked[column] !== undefined) query.andWhere(`c.${column} = :${column}`, { [column]: asked[column] });
  }
  if (asked.stuck === true) query.andWhere('c.stuckAt <= :now', { now: asked.now });
  if (asked.stuck === false) query.andWhere('(c.stuckAt IS NULL OR c.stuckAt > :now)', { now: asked.now });
  if (asked.q !== undefined) {
    query.andWhere('(c.number ILIKE :q OR c.title ILIKE :q OR o.name ILIKE :q)', { q: `%${escaped(asked.q)}%` });
  }
  return query;
}

/** What the person wrote is text, not a pattern. */
function escaped(text: string): string {
  return text.replace(/[\\%_]/g, (character) => `\\${character}`);
}

function listed(raw: Record<string, unknown>, now: Instant): ListedCollaboration {
  const of = (column: string) => raw[`c_${column}`];
  const stuckAt = instantOrNull(of('stuck_at'));
  return {
    id: of('id') as string,
    number: of('number') as string,
    version: of('version') as number,
    phase: of('phase') as Phase,
    state: of('state') as Case['state'],
    unit: of('unit') as string,
    owner: of('owner') as string,
    deputy: of('deputy') as string | null,
    contact: of('contact') as string,
    entrepreneur: of('entrepreneur') as string | null,
    organisation: of('organisation') as string | null,
    organisationName: raw['organisation_name'] as string | null,
    waitingFor: of('waiting_for') as string,
    processId: of('process_id') as string,
    processVersion: of('process_version') as number,
    openedAt: instantOf(of('opened_at')),
    phaseSince: instantOf(of('phase_since')),
    stuckAt,
    stuck: stuckAt !== null && stuckAt <= now,
    title: of('title') as string,
    nextDueAt: instantOrNull(of('next_due_at')),
  };
}
