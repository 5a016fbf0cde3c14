import type { EntityManager } from 'typeorm';
import { versionsOf } from '#store/cases/documents/document-versions.js';
import type { DocumentRow } from '#store/cases/documents/documents.js';
import { namesOf } from '#store/people/names-of.js';
import { peopleIn } from './document-views.js';
import type { DocumentsContext } from './document-views.js';

/** What the views of these documents need. */
export async function documentsContextOf(
  manager: EntityManager,
  rows: readonly DocumentRow[],
): Promise<DocumentsContext> {
  const versions = await versionsOf(
    manager,
    rows.map(({ id }) => id),
  );
  return { versions, names: await namesOf(manager, peopleIn(rows, versions)) };
}
