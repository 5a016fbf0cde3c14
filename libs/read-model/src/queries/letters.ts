import type { EntityManager } from 'typeorm';
import { LetterTable, type LetterRow, type LetterStatus } from '../tables/letter.js';
import { instantOf, instantOrNull, page, type PageOf } from './page.js';

export interface LettersAsked {
  /** Tokens that the reader holds (domain/policy/read.ts). */
  readonly tokens: readonly string[];
  readonly collaboration?: string | undefined;
  readonly status?: LetterStatus | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** Letters of cases that the reader may see, the newest first. */
export async function listLetters(manager: EntityManager, asked: LettersAsked): Promise<PageOf<LetterRow>> {
  const query = manager
    .createQueryBuilder(LetterTable, 'l')
    .innerJoin('collaboration', 'c', 'c.id = l.case_id')
    .where('c.readers && :tokens::text[]', { tokens: [...asked.tokens] });
  if (asked.collaboration !== undefined) query.andWhere('l.case_id::text = :collaboration', asked);
  if (asked.status !== undefined) query.andWhere('l.status = :status', asked);
  const order = { by: 'l.due_at', type: 'timestamptz', direction: 'DESC' } as const;
  return page(query, order, 'l.id::text', { ...asked, sort: '-dueAt' }, listed);
}

function listed(raw: Record<string, unknown>): LetterRow {
  const of = (column: string) => raw[`l_${column}`];
  return {
    id: of('id') as string,
    caseId: of('case_id') as string,
    seq: of('seq') as number,
    kind: of('kind') as string,
    slot: of('slot') as string,
    deadline: of('deadline') as string | null,
    rung: of('rung') as string | null,
    template: of('template') as string,
    language: of('language') as string,
    dueAt: instantOf(of('due_at')),
    notBefore: instantOf(of('not_before')),
    status: of('status') as LetterStatus,
    sentAt: instantOrNull(of('sent_at')),
  };
}
