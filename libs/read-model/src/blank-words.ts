import type { EntityManager } from 'typeorm';
import type { Blanking } from '#domain/privacy/blank-out.js';

/** How many rows had words changed. */
export interface BlankedWords {
  readonly titles: number;
  readonly texts: number;
}

interface Found {
  readonly id: string;
  readonly words: unknown;
}

/**
 * Takes a person out of the words of every case: texts, and the titles that are copied from them. Events carry keys only,
 * so history and views stay as they are.
 */
export async function blankWords(manager: EntityManager, blanking: Blanking): Promise<BlankedWords> {
  if (blanking.tokens.length + blanking.digits.length === 0) return { titles: 0, texts: 0 };
  // Cases before texts, as `record` locks them.
  const titles = await blankColumn(manager, blanking, { table: 'collaboration', column: 'title', type: 'text' });
  const texts = await blankColumn(manager, blanking, { table: 'text', column: 'body', type: 'jsonb' });
  return { titles, texts };
}

interface Place {
  readonly table: 'collaboration' | 'text';
  readonly column: string;
  readonly type: 'text' | 'jsonb';
}

async function blankColumn(manager: EntityManager, blanking: Blanking, place: Place): Promise<number> {
  const { table, column, type } = place;
  const rows = await manager.query<Found[]>(
    `SELECT id, ${column} AS words FROM ${table}
     WHERE normalize(${column}::text, NFC) ILIKE ANY ($1::text[])
        OR regexp_replace(${column}::text, '\\D', '', 'g') LIKE ANY ($2::text[])
     ORDER BY id`,
    [blanking.tokens.map(containing), blanking.digits.map(containing)],
  );
  let changed = 0;
  for (const { id, words } of rows) {
    const blanked = blanking.blank(words);
    if (blanked === words) continue;
    const value = type === 'jsonb' ? JSON.stringify(blanked) : blanked;
    await manager.query(`UPDATE ${table} SET ${column} = $2::${type} WHERE id = $1`, [id, value]);
    changed += 1;
  }
  return changed;
}

/** What is looked for is no pattern. */
const containing = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;
