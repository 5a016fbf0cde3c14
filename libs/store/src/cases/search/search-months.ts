import type { EntityManager } from 'typeorm';
import type { Instant } from '#domain/time.js';
import { queryPrepared } from '../../db/query-prepared.js';
import type { SearchTextRow } from './search-text-table.js';

/**
 * What the index of texts `s` has: their words, their stems, and the month of the case as `@24323`, a sign that no word has. So
 * Postgres finds the texts of some months that have a word without reading those of all years.
 */
export const TOKENS_SQL = `array_append(string_to_array(s.words, ' '), '@' || s.case_month::text)`;

const MONTHS = 12;

/** Months are counted through all years, in UTC. */
export const monthOf = (instant: Instant): number => Number(instant.slice(0, 4)) * MONTHS + Number(instant.slice(5, 7));

export const monthToken = (month: number): string => `@${month}`;

/** The first instant of a month. */
export function startOfMonth(month: number): Instant {
  const [year, index] = [Math.floor((month - 1) / MONTHS), (month - 1) % MONTHS];
  return new Date(Date.UTC(year, index)).toISOString();
}

const OPENED = 'SELECT c.id, c.opened_at AS "openedAt" FROM collaboration c WHERE c.id = ANY ($1::uuid[])';

type TextOfCase = Pick<SearchTextRow, 'caseId' | 'source' | 'at'>;

/** The month in which the case of each text was opened. That of a case that is being written is in its own text. */
export async function monthsOfCases(
  manager: EntityManager,
  texts: readonly TextOfCase[],
): Promise<(text: TextOfCase) => number> {
  const months = new Map(
    texts.filter(({ source }) => source === 'CASE').map(({ caseId, at }) => [caseId, monthOf(at)]),
  );
  const others = texts.filter(({ caseId }) => !months.has(caseId)).map(({ caseId }) => caseId);
  const rows =
    others.length === 0
      ? []
      : await queryPrepared<{ id: string; openedAt: Date }>(manager, OPENED, [[...new Set(others)]]);
  for (const { id, openedAt } of rows) months.set(id, monthOf(openedAt.toISOString()));
  return ({ caseId }) => {
    const month = months.get(caseId);
    if (month === undefined) throw new Error(`there is no case ${caseId} to which a text belongs`);
    return month;
  };
}
