import type { EntityManager } from 'typeorm';
import type { Handover } from '#domain/case/case.js';
import type { Instant } from '#domain/time.js';
import { HandoverTable } from '../tables/handover.js';
import { instantOrNull, page, type Order, type PageOf } from './page.js';

export type HandoverSort = 'age' | '-age' | 'sentAt' | '-sentAt';

export interface HandoversAsked {
  /** Tokens that the reader holds (domain/policy/read.ts). */
  readonly tokens: readonly string[];
  readonly now: Instant;
  readonly open?: boolean | undefined;
  /** Those of cases that stand still. */
  readonly stuck?: boolean | undefined;
  readonly fromUnit?: string | undefined;
  readonly toUnit?: string | undefined;
  readonly sort?: HandoverSort | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

export interface ListedHandover {
  readonly caseId: string;
  readonly number: string;
  readonly title: string;
  readonly processId: string;
  readonly processVersion: number;
  readonly stuck: boolean;
  readonly open: boolean;
  readonly handover: Handover;
}

/** A draft that was never sent counts as the youngest. */
const SENT = `coalesce(h.sent_at, 'infinity')`;
const ORDERS: Readonly<Record<HandoverSort, Order>> = {
  age: { by: SENT, type: 'timestamptz', direction: 'DESC' },
  '-age': { by: SENT, type: 'timestamptz', direction: 'ASC' },
  sentAt: { by: SENT, type: 'timestamptz', direction: 'ASC' },
  '-sentAt': { by: SENT, type: 'timestamptz', direction: 'DESC' },
};

/** Handovers of cases that the reader may see, the oldest first unless asked otherwise. */
export async function listHandovers(manager: EntityManager, asked: HandoversAsked): Promise<PageOf<ListedHandover>> {
  const sort = asked.sort ?? '-age';
  const query = manager
    .createQueryBuilder(HandoverTable, 'h')
    .innerJoin('collaboration', 'c', 'c.id = h.case_id')
    .select('h.case_id', 'case_id')
    .addSelect('c.number', 'number')
    .addSelect('c.title', 'title')
    .addSelect('c.process_id', 'process_id')
    .addSelect('c.process_version', 'process_version')
    .addSelect('c.stuck_at', 'stuck_at')
    .addSelect('h.open', 'open')
    .addSelect('h.body', 'body')
    .where('c.readers && :tokens::text[]', { tokens: [...asked.tokens] });
  if (asked.open !== undefined) query.andWhere('h.open = :open', { open: asked.open });
  if (asked.stuck === true) query.andWhere('c.stuck_at <= :now', { now: asked.now });
  if (asked.stuck === false) query.andWhere('(c.stuck_at IS NULL OR c.stuck_at > :now)', { now: asked.now });
  if (asked.fromUnit !== undefined) query.andWhere('h.from_unit = :fromUnit', asked);
  if (asked.toUnit !== undefined) query.andWhere('h.to_units @> ARRAY[:toUnit]', asked);
  return page(query, ORDERS[sort], `h.case_id || '/' || h.id`, { ...asked, sort }, (raw) => {
    const stuckAt = instantOrNull(raw['stuck_at']);
    return {
      caseId: raw['case_id'] as string,
      number: raw['number'] as string,
      title: raw['title'] as string,
      processId: raw['process_id'] as string,
      processVersion: raw['process_version'] as number,
      stuck: stuckAt !== null && stuckAt <= asked.now,
      open: raw['open'] as boolean,
      handover: raw['body'] as Handover,
    };
  });
}
