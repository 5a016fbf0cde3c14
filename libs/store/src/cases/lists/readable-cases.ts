/**
 * The one condition for cases that a caller may read. Every query for a caller on cases, or on what belongs to a case, has it;
 * `tests/architecture/readable-cases.spec.ts` names the others. Expects `collaboration` to have the alias `c`.
 * @param tokens  SQL for the caller's read tokens, a list of text: `$1`, or `$?` in a `Where`; see domain/policy/read-access.ts.
 */
export const readableSql = (tokens: string): string => `c.readers && ${tokens}::text[]`;
