import type { EntityManager } from 'typeorm';

/**
 * The one condition for cases that a caller may read. Every query for a caller on cases, or on what belongs to a case, has it;
 * `tests/architecture/readable-cases.spec.ts` names the others. Expects `collaboration` to have the alias `c`.
 * @param tokens  SQL for the caller's read tokens, a list of text: `$1`, or `$?` in a `Where`; see domain/policy/read-access.ts.
 */
export const readableSql = (tokens: string): string => `c.readers && ${tokens}::text[]`;

export interface ReaderTokens {
  readonly tokens: readonly string[];
  /** Those that also show internal matters. */
  readonly internalTokens: readonly string[];
}

/**
 * Added to other conditions: the reader sees internal matters of the case. Nothing is added for those who do in every case that
 * they read: Postgres would take it for a second, independent condition, and expect a fifth of the rows.
 */
export function insideCondition(
  { tokens, internalTokens }: ReaderTokens,
  placeholder: string,
): readonly [condition: string, ...values: unknown[]] {
  if (tokens.every((token) => internalTokens.includes(token))) return [''];
  return [` AND c.readers && ${placeholder}::text[]`, [...internalTokens]];
}

const FEW_CASES = 500;

/** A definition of its own is planned for all of its rows, so that Postgres takes the index, and reads no more than are asked for. */
const FEW = `WITH readable AS MATERIALIZED (SELECT c.id FROM collaboration c WHERE ${readableSql('$1')})
  SELECT id FROM readable LIMIT ${FEW_CASES + 1}`;

/**
 * The cases of a reader of few, whose rows in other tables are better looked up by case than met by passing by those of all
 * others: Postgres cannot know, since it has no statistics across a join. Null for a reader of many.
 */
export async function fewReadableCases(manager: EntityManager, tokens: readonly string[]): Promise<string[] | null> {
  const rows = await manager.query<{ id: string }[]>(FEW, [[...tokens]]);
  return rows.length > FEW_CASES ? null : rows.map(({ id }) => id);
}
