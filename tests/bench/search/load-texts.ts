import type { EntityManager } from 'typeorm';
import { wordsOf } from '#domain/search/words.js';
import { stemsOf, storedWords } from '#store/cases/search/searched-words.js';
import { withBareTables } from '../lists/bare-tables.js';
import { vocabulary } from './vocabulary.js';

const SHORT_TEXTS = 20_000;
const LONG_TEXTS = 400;
/** Of every case: itself, five notes, three messages, and a document or another note. */
export const TEXTS_PER_CASE = 10;
const TABLES = ['search_text', 'search_word'] as const;
const SETTINGS = `SET LOCAL synchronous_commit = off; SET LOCAL maintenance_work_mem = '1GB'; SET LOCAL work_mem = '256MB'`;

/** In ten texts of all. */
export const RARE = 'sjeldenhetsordet';
/** In one text of twenty of the oldest fifth of the cases, and in no other. */
export const OLD = 'fortidsminne';

/**
 * Ten texts for every case. Each is a copy of one of some thousands, with a word that no other has: so Postgres has as many words
 * to look through as a municipality that writes numbers and names.
 */
export async function loadTexts(manager: EntityManager): Promise<void> {
  const { draw, below } = vocabulary(34);
  const textOf = (words: number): string => Array.from({ length: words }, draw).join(' ');
  const texts = [
    ...Array.from({ length: SHORT_TEXTS }, () => textOf(8 + below(60))),
    ...Array.from({ length: LONG_TEXTS }, () => textOf(800 + below(2_400))),
  ];
  const stems = await stemsOf(manager, [...new Set(texts.flatMap(wordsOf))]);
  await manager.transaction(async (within) => {
    await within.query(SETTINGS);
    await within.query(
      `CREATE TEMP TABLE bench_text AS SELECT n, text, words
       FROM unnest($1::text[], $2::text[]) WITH ORDINALITY t (text, words, n)`,
      [texts, texts.map((text) => storedWords(text, stems))],
    );
    await within.query('CREATE UNIQUE INDEX ON bench_text (n)');
    await within.query('ANALYZE bench_text');
    await withBareTables(within, TABLES, () => fill(within));
  });
  await manager.query('VACUUM ANALYZE search_text, search_word');
  await manager.query('CHECKPOINT');
}

/** As `monthOf` counts. */
const CASE_MONTH = `(extract(year FROM c.opened_at AT TIME ZONE 'UTC') * 12 + extract(month FROM c.opened_at AT TIME ZONE 'UTC'))::integer`;

async function fill(manager: EntityManager): Promise<void> {
  await manager.query(
    `WITH numbered AS (SELECT c.id, c.opened_at, row_number() OVER (ORDER BY c.opened_at, c.id) AS n, count(*) OVER () AS cases
         FROM collaboration c WHERE c.id NOT IN (SELECT s.case_id FROM search_text s)),
       chosen AS (
         SELECT c.*, k, c.n * ${TEXTS_PER_CASE} + k AS m, abs(hashint8(c.n * ${TEXTS_PER_CASE} + k)::bigint) AS h,
           CASE WHEN k = 0 THEN 'CASE' WHEN k <= 5 THEN 'NOTE' WHEN k <= 8 THEN 'MESSAGE' WHEN c.n % 5 = 0 THEN 'DOCUMENT'
             ELSE 'NOTE' END AS source
         FROM numbered c, generate_series(0, ${TEXTS_PER_CASE - 1}) k)
     INSERT INTO search_text (case_id, source, source_id, visibility, at, text, words, case_month)
     SELECT c.id, c.source, md5(m::text)::uuid,
       CASE WHEN c.source IN ('CASE', 'MESSAGE') OR h % 4 = 0 THEN 'SHARED' ELSE 'INTERNAL' END, c.opened_at + k * interval '1 day',
       t.text || more, t.words || ltrim(more) || ' ', ${CASE_MONTH}
     FROM chosen c JOIN bench_text t
       ON t.n = CASE WHEN c.source = 'DOCUMENT' THEN ${SHORT_TEXTS} + 1 + h % ${LONG_TEXTS} ELSE 1 + h % ${SHORT_TEXTS} END,
       LATERAL (SELECT ' n' || m || CASE WHEN m % (c.cases * ${TEXTS_PER_CASE} / 10) = 7 THEN ' ${RARE}' ELSE '' END
         || CASE WHEN c.n < c.cases / 5 AND h % 20 = 0 THEN ' ${OLD}' ELSE '' END AS more) w`,
  );
  await manager.query(
    `INSERT INTO search_word (word) SELECT DISTINCT w FROM (
       SELECT unnest(string_to_array(btrim(words), ' ')) AS w FROM bench_text UNION SELECT unnest($1::text[])
       UNION SELECT substring(s.words FROM ' (n[0-9]+) ') FROM search_text s) words
     WHERE w IS NOT NULL AND left(w, 1) <> '=' ON CONFLICT DO NOTHING`,
    [[RARE, OLD]],
  );
}
