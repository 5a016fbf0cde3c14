import type { EntityManager } from 'typeorm';
import type { Blanking } from '#domain/privacy/blank-out.js';
import { containing } from '../../db/like.js';

/** A column that holds people's words. */
interface Place {
  readonly table: string;
  readonly key: readonly string[];
  readonly column: string;
  readonly type: 'text' | 'jsonb';
}

/** By the name under which changes are told. Cases before texts, as `record` locks them. */
const PLACES: Readonly<Record<string, Place>> = {
  title: { table: 'collaboration', key: ['id'], column: 'title', type: 'text' },
  text: { table: 'text', key: ['id'], column: 'body', type: 'jsonb' },
};

/**
 * Takes a person out of the words of every case: texts, and the titles that are copied from them. Events carry keys only,
 * so history and views stay as they are.
 * @returns how many rows were changed, by place.
 */
export async function blankWords(
  manager: EntityManager,
  blanking: Blanking,
): Promise<Readonly<Record<string, number>>> {
  const changed: Record<string, number> = {};
  for (const [name, place] of Object.entries(PLACES)) changed[name] = await blankPlace(manager, blanking, place);
  return changed;
}

interface Found {
  readonly key: readonly string[];
  readonly words: unknown;
}

async function blankPlace(manager: EntityManager, blanking: Blanking, place: Place): Promise<number> {
  let changed = 0;
  for (const { key, words } of await rowsNaming(manager, blanking, place)) {
    const blanked = blanking.blank(words);
    if (blanked === words) continue;
    const { table, column, type } = place;
    const same = place.key.map((name, index) => `${name} = $${index + 2}`).join(' AND ');
    const value = type === 'jsonb' ? JSON.stringify(blanked) : blanked;
    await manager.query(`UPDATE ${table} SET ${column} = $1::${type} WHERE ${same}`, [value, ...key]);
    changed += 1;
  }
  return changed;
}

async function rowsNaming(
  manager: EntityManager,
  { tokens, digits }: Blanking,
  { table, key, column }: Place,
): Promise<Found[]> {
  if (tokens.length + digits.length === 0) return [];
  return manager.query<Found[]>(
    `SELECT ARRAY[${key.map((name) => `${name}::text`).join(', ')}] AS key, ${column} AS words FROM ${table}
     WHERE normalize(${column}::text, NFC) ILIKE ANY ($1::text[])
        OR regexp_replace(${column}::text, '\\D', '', 'g') LIKE ANY ($2::text[])
     ORDER BY 1`,
    [tokens.map(containing), digits.map(containing)],
  );
}
