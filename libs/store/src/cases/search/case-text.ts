import type { EntityManager } from 'typeorm';
import type { Instant } from '#domain/time.js';
import { queryPrepared } from '../../db/query-prepared.js';
import { putSearchTexts } from './search-texts.js';
import type { NewSearchText } from './search-texts.js';

/** A case of which the title is known. */
interface TitledCase {
  readonly id: string;
  readonly title: string;
  readonly openedAt: Instant;
  readonly organisation: string | null;
}

const WORDS_ABOUT = `
  SELECT (SELECT e.description FROM enquiry e WHERE e.id = $1) AS description,
    (SELECT o.name FROM organisation o WHERE o.id = $2) AS organisation`;

/** Makes a case found by its title, what was enquired and the name of the organisation. */
export async function putCaseText(manager: EntityManager, titled: TitledCase): Promise<void> {
  await putSearchTexts(manager, [await caseText(manager, titled)]);
}

/** What the search finds of a case itself. */
export async function caseText(
  manager: EntityManager,
  { id, title, openedAt, organisation }: TitledCase,
): Promise<NewSearchText> {
  const [about] = await queryPrepared<{ description: string | null; organisation: string | null }>(
    manager,
    WORDS_ABOUT,
    [id, organisation],
  );
  const text = [title, about?.description, about?.organisation].filter((it) => it).join('\n');
  return { caseId: id, source: 'CASE', sourceId: id, visibility: 'SHARED', at: openedAt, text };
}
