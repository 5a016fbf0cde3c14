import { In, IsNull } from 'typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { wordsOf } from '#domain/search/words.js';
import { MessageTable } from '../conversation/message-table.js';
import { messageText } from '../conversation/messages.js';
import { NoteTable } from '../conversation/note-table.js';
import { noteText } from '../conversation/notes.js';
import { DocumentTable } from '../documents/document-table.js';
import { documentText } from '../documents/documents.js';
import { caseText } from '../search/case-text.js';
import type { NewSearchText } from '../search/search-texts.js';
import { SearchTextTable } from '../search/search-text-table.js';
import type { SearchTextRow } from '../search/search-text-table.js';
import { stemsOf, storedWords } from '../search/searched-words.js';
import { CollaborationTable } from '../views/collaboration-table.js';

/** A copy for the search that is not what its source says. */
export interface WrongCopy {
  readonly caseId: string;
  readonly finding: string;
}

/** Compares what the search finds of these cases with where it stands, in one snapshot. No finding quotes a text. */
export function wrongSearchCopies(dataSource: DataSource, ids: readonly string[]): Promise<WrongCopy[]> {
  return dataSource.transaction('REPEATABLE READ', async (manager) => {
    await manager.query('SET TRANSACTION READ ONLY');
    const expected = await sourcesOf(manager, ids);
    const copies = await manager.findBy(SearchTextTable, { caseId: In([...ids]) });
    const stems = await stemsOf(manager, [...new Set(copies.flatMap(({ text }) => wordsOf(text)))]);
    const found = new Map(copies.map((copy) => [keyOf(copy), copy]));
    const known = new Set(expected.map(keyOf));
    return [
      ...expected.flatMap((source) => findings(source, found.get(keyOf(source)))),
      // A case that has no row is found by the check of missing views.
      ...copies
        .filter((copy) => copy.source !== 'CASE' && !known.has(keyOf(copy)))
        .map((copy) => wrong(copy, 'has no source')),
      ...copies
        .filter(({ text, words }) => storedWords(text, stems) !== words)
        .map((copy) => wrong(copy, 'has other words than its text')),
    ];
  });
}

async function sourcesOf(manager: EntityManager, ids: readonly string[]): Promise<NewSearchText[]> {
  const where = { caseId: In([...ids]) };
  const cases = await manager.findBy(CollaborationTable, { id: In([...ids]) });
  const about: NewSearchText[] = [];
  for (const { id, title, openedAt, organisation } of cases)
    about.push(await caseText(manager, { id, title, openedAt, organisation }));
  return [
    ...about,
    ...(await manager.findBy(NoteTable, where)).map(noteText),
    ...(await manager.findBy(MessageTable, where)).map(messageText),
    ...(await manager.findBy(DocumentTable, { ...where, withdrawnAt: IsNull() })).map(documentText),
  ];
}

type Key = Pick<SearchTextRow, 'caseId' | 'source' | 'sourceId'>;
const keyOf = ({ caseId, source, sourceId }: Key): string => `${caseId} ${source} ${sourceId}`;

const wrong = ({ caseId, source, sourceId }: Key, what: string): WrongCopy => ({
  caseId,
  finding: `the copy of ${source} ${sourceId} ${what}`,
});

function findings(source: NewSearchText, copy: SearchTextRow | undefined): WrongCopy[] {
  if (!copy) return [wrong(source, 'is missing')];
  return [
    ...(says(copy.text, source) ? [] : [wrong(source, 'says something else')]),
    ...(copy.visibility === source.visibility ? [] : [wrong(source, `is ${copy.visibility}`)]),
  ];
}

/** Of a document the title, and then what was read of it. */
const says = (text: string, source: NewSearchText): boolean =>
  text === source.text || (source.source === 'DOCUMENT' && text.startsWith(`${source.text}\n`));
