import type { EntityManager, EntitySchema, ObjectLiteral } from 'typeorm';
import type { SearchSource } from '#domain/search/words.js';
import type { PersonRedactor } from '#domain/privacy/redact.js';
import { likeContaining } from '../db/like.js';
import { tableSql } from '../db/table-sql.js';
import { CollaborationTable } from '../cases/views/collaboration-table.js';
import { FileTable } from '../cases/documents/file-table.js';
import { MessageTable } from '../cases/conversation/message-table.js';
import { NoteTable } from '../cases/conversation/note-table.js';
import { DocumentTable } from '../cases/documents/document-table.js';
import { DocumentVersionTable } from '../cases/documents/document-version-table.js';
import { SearchTextTable } from '../cases/search/search-text-table.js';
import { replaceSearchTexts } from '../cases/search/search-texts.js';
import { TextTable } from '../cases/texts/text-table.js';

/** A column with text written by people. */
interface TextColumn {
  readonly table: EntitySchema<ObjectLiteral>;
  readonly key: readonly string[];
  readonly column: string;
  readonly type: 'text' | 'jsonb';
}

/** Keyed by the name reported in the result. Cases before texts: the order in which `recordBatch` locks them. */
const TEXT_COLUMNS: Readonly<Record<string, TextColumn>> = {
  title: { table: CollaborationTable, key: ['id'], column: 'title', type: 'text' },
  text: { table: TextTable, key: ['id'], column: 'body', type: 'jsonb' },
  note: { table: NoteTable, key: ['case_id', 'n'], column: 'body', type: 'text' },
  message: { table: MessageTable, key: ['case_id', 'n'], column: 'body', type: 'text' },
  file: { table: FileTable, key: ['id'], column: 'name', type: 'text' },
  document: { table: DocumentTable, key: ['id'], column: 'title', type: 'text' },
  withdrawal: { table: DocumentTable, key: ['id'], column: 'withdrawn_reason', type: 'text' },
  documentVersion: { table: DocumentVersionTable, key: ['document_id', 'v'], column: 'note', type: 'text' },
};

/**
 * Redacts a person in the texts of all cases and in the titles copied from them. Events carry only text keys, so they do
 * not change.
 * @returns how many rows changed, by key of `TEXT_COLUMNS`.
 */
export async function redactTexts(
  manager: EntityManager,
  redaction: PersonRedactor,
): Promise<Readonly<Record<string, number>>> {
  const changed: Record<string, number> = {};
  for (const [name, target] of Object.entries(TEXT_COLUMNS))
    changed[name] = await redactColumn(manager, redaction, target);
  changed['searchText'] = await redactSearchTexts(manager, redaction);
  return changed;
}

/** Copies of the others, of enquiries and of documents, with the words in which they are searched. */
async function redactSearchTexts(manager: EntityManager, redaction: PersonRedactor): Promise<number> {
  const key = ['case_id', 'source', 'source_id'];
  const found = await rowsContaining(manager, redaction, { table: SearchTextTable, key, column: 'text', type: 'text' });
  const keys = found.map(({ key: [caseId = '', source, sourceId = ''] }) => ({
    caseId,
    source: source as SearchSource,
    sourceId,
  }));
  const rows = keys.length === 0 ? [] : await manager.findBy(SearchTextTable, keys);
  const replaced = rows
    .map((row) => ({ before: row.text, after: { ...row, text: redaction.redact(row.text) } }))
    .filter(({ before, after }) => before !== after.text);
  await replaceSearchTexts(manager, replaced, [...redaction.searchTokens, ...redaction.searchDigits]);
  return replaced.length;
}

interface FoundText {
  readonly key: readonly string[];
  readonly text: unknown;
}

async function redactColumn(manager: EntityManager, redaction: PersonRedactor, target: TextColumn): Promise<number> {
  let changed = 0;
  for (const { key, text: value } of await rowsContaining(manager, redaction, target)) {
    const redacted = redaction.redact(value);
    if (redacted === value) continue;
    const { table, column, type } = target;
    const same = target.key.map((name, index) => `${name} = $${index + 2}`).join(' AND ');
    const newValue = type === 'jsonb' ? JSON.stringify(redacted) : redacted;
    await manager.query(`UPDATE ${tableSql(manager, table)} SET ${column} = $1::${type} WHERE ${same}`, [
      newValue,
      ...key,
    ]);
    changed += 1;
  }
  return changed;
}

async function rowsContaining(
  manager: EntityManager,
  { searchTokens, searchDigits }: PersonRedactor,
  { table, key, column }: TextColumn,
): Promise<FoundText[]> {
  if (searchTokens.length + searchDigits.length === 0) return [];
  return manager.query<FoundText[]>(
    `SELECT ARRAY[${key.map((name) => `${name}::text`).join(', ')}] AS key, ${column} AS text FROM ${tableSql(manager, table)}
     WHERE normalize(${column}::text, NFC) ILIKE ANY ($1::text[])
        OR regexp_replace(${column}::text, '\\D', '', 'g') LIKE ANY ($2::text[])
     ORDER BY 1`,
    [searchTokens.map(likeContaining), searchDigits.map(likeContaining)],
  );
}
