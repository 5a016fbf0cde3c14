import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { Visibility } from '#domain/policy/conversation.js';
import { cursorIn, cursorSql, orderSql, pageOf } from '../../db/page.js';
import type { Direction, Page, Paging, SortKey, WithCursor } from '../../db/page.js';
import { queryPrepared } from '../../db/query-prepared.js';
import { Where } from '../../db/where.js';
import { insertRows } from '../../db/write-rows.js';
import { putSearchTexts, type NewSearchText } from '../search/search-texts.js';
import { NoteTable } from './note-table.js';
import type { NoteRow } from './note-table.js';

export type { NoteRow } from './note-table.js';

const NEXT_NOTE = `SELECT coalesce(max(n), 0) + 1 AS n FROM note WHERE case_id = $1`;

/** Call it with the case locked (`lockCase`). */
export async function addNote(manager: EntityManager, note: Omit<NoteRow, 'id' | 'n'>): Promise<NoteRow> {
  const [next] = await queryPrepared<{ n: number }>(manager, NEXT_NOTE, [note.caseId]);
  const row = { ...note, id: randomUUID(), n: next?.n ?? 1 };
  await insertRows(manager, NoteTable, [row]);
  await putSearchTexts(manager, [noteText(row)]);
  return row;
}

/** What the search finds of a note. */
export const noteText = ({ caseId, id, visibility, at, body }: NoteRow): NewSearchText => ({
  ...{ caseId, source: 'NOTE', sourceId: id, visibility, at },
  text: body,
});

export function noteById(manager: EntityManager, id: string): Promise<NoteRow> {
  return manager.findOneByOrFail(NoteTable, { id });
}

const SORTED_BY: readonly SortKey[] = [{ sql: 'e.n', type: 'bigint' }];

export interface NoteFilter {
  readonly caseId: string;
  readonly visibilities: readonly Visibility[];
  readonly direction: Direction;
}

type Row = Omit<NoteRow, 'at'> & WithCursor & { at: Date };

/** The notes of one case, by `n`, read in the order of the primary key. */
export async function listNotes(
  manager: EntityManager,
  { caseId, visibilities, direction }: NoteFilter,
  { limit, cursor }: Paging,
): Promise<Page<NoteRow>> {
  const where = new Where()
    .and('e.case_id = $?', caseId)
    .and('e.visibility = ANY ($?::text[])', [...visibilities])
    .after(SORTED_BY, direction, cursor);
  const rows = await manager.query<Row[]>(
    `SELECT e.case_id AS "caseId", e.n, e.id, e.visibility, e.by, e.at, e.body, ${cursorSql(SORTED_BY)}
     FROM note e WHERE ${where.toString()} ${orderSql(SORTED_BY, direction)} LIMIT ${limit + 1}`,
    where.parameters,
  );
  const page = pageOf(rows, limit, cursorIn);
  return { ...page, rows: page.rows.map(({ cursor: _cursor, at, ...row }) => ({ ...row, at: at.toISOString() })) };
}
