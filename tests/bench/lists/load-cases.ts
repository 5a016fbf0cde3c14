import type { EntityManager } from 'typeorm';
import { coreOf } from '#domain/process/process-core.js';
import { newestProcess } from '#processes/versions.js';
import { withBareTables } from './bare-tables.js';
import { DEADLINE_INDEXES_BEFORE, DEADLINE_TABLE_BEFORE } from './before/deadline-rows.js';
import { copyRows } from './copied-rows.js';
import { addMunicipality, ASKERS, UNITS } from './municipality.js';
import { buildTemplates } from './templates.js';
import { variantsOf, type Variant } from './variants.js';

const OPEN_SHARE = 0.2;
/** Of the open ones. */
const STUCK_SHARE = 0.05;
const AT_RISK_SHARE = 0.02;
const CASES_PER_ORGANISATION = 5;
const TABLES = ['collaboration', 'deadline', 'handover', 'ownership', 'outbox_message', 'event'] as const;
/** Up to so many cases the table of all deadlines is loaded too, to ask today's way; ten times as many would fill the disk. */
export const MOST_CASES_TO_COMPARE = 200_000;
/** Of the transaction that loads. */
const SETTINGS = `SET LOCAL synchronous_commit = off; SET LOCAL maintenance_work_mem = '1GB'; SET LOCAL work_mem = '256MB'`;

export interface Load {
  readonly cases: number;
  readonly open: number;
  readonly seconds: number;
  /** Whether the table of all deadlines is there. */
  readonly comparable: boolean;
}

/**
 * Fills the database with cases over ten years, a fifth of them open, a twentieth of those stuck and some without a deputy.
 * Each is a copy of a case that the rules made, with its whole JSON, moved in time and to other units, organisations and people.
 */
export async function loadCases(manager: EntityManager, cases: number): Promise<Load> {
  const began = performance.now();
  const comparable = cases <= MOST_CASES_TO_COMPARE;
  await addMunicipality(manager);
  const variants = variantsOf(manager, coreOf(newestProcess), buildTemplates());
  await manager.transaction(async (within) => {
    await within.query(SETTINGS);
    await chooseCopies(within, variants, cases);
    await withBareTables(within, TABLES, async () => {
      for (const table of TABLES) await copyRows(within, table, variants, ({ tables }) => tables[table]);
    });
    if (comparable) {
      await within.query(DEADLINE_TABLE_BEFORE);
      await copyRows(within, 'before.deadline', variants, ({ deadlinesBefore }) => deadlinesBefore);
      await within.query(DEADLINE_INDEXES_BEFORE);
    }
    await within.query('DROP TABLE bench_kind, bench_copy');
  });
  await manager.query('VACUUM ANALYZE');
  await manager.query('CHECKPOINT');
  return { cases, open: cases * OPEN_SHARE, comparable, seconds: (performance.now() - began) / 1_000 };
}

/** Which variant each case is a copy of, in an order in which kinds and years are mixed, as they are in a real table. */
async function chooseCopies(manager: EntityManager, variants: readonly Variant[], cases: number): Promise<void> {
  await manager.query(
    `CREATE TABLE bench_kind AS SELECT * FROM unnest($1::integer[], $2::text[], $3::text[]) t (variant, kind, year)`,
    [variants.map((_, n) => n), variants.map(({ kind }) => kind), variants.map(({ year }) => year)],
  );
  await manager.query(
    `CREATE UNLOGGED TABLE bench_copy AS
     WITH kind AS (SELECT kind, array_agg(variant ORDER BY variant) AS variants FROM bench_kind GROUP BY kind),
       drawn AS (SELECT n, abs(hashint4(n)::bigint) AS a, abs(hashint4(-n)::bigint) AS b FROM generate_series(1, $1::integer) n),
       chosen AS (
         SELECT n, a, b, CASE WHEN a % 1000 >= 1000 * $2::float8 THEN 'closed'
           WHEN b % 1000 < 1000 * $3::float8 THEN 'stuck'
           WHEN b % 1000 < 1000 * ($3::float8 + $6::float8) THEN 'at risk' ELSE 'open' END AS kind FROM drawn)
     SELECT n, make_interval(secs => b % 28800) AS earlier, md5('case ' || n)::uuid AS id, md5('organisation ' || n % greatest($1 / ${CASES_PER_ORGANISATION}, 1))::uuid
       AS organisation, (b / 1000 % 10)::text AS handler, ($4::text[])[1 + a / 12 % $5] AS unit_a,
       ($4::text[])[1 + b / 90 % $5] AS unit_b, ($4::text[])[1 + (a + b) / 35 % $5] AS unit_c, v.variant, v.year || '-' || lpad(n::text, 7, '0') AS number,
       initcap((ARRAY['turgruppe','mentorordning','verksted','møteplass','språkkafé','åpen dag','økonomihjelp','matsvinn',
         'ærlig talt','leksehjelp','kveldsro','nabolag'])[1 + b / 11 % 12]) || ' ' ||
         (ARRAY['for eldre','for unge','i Fjordvik','på sykehjemmet','for familier','etter soning','for alle'])[1 + b / 7 % 7]
         || ' ' || n AS title
     FROM chosen JOIN kind USING (kind)
     JOIN bench_kind v ON v.variant = kind.variants[1 + a / 1000 % cardinality(kind.variants)] ORDER BY n`,
    [cases, OPEN_SHARE, STUCK_SHARE, UNITS.map(({ id }) => id), UNITS.length, AT_RISK_SHARE],
  );
  await manager.query('ANALYZE bench_copy');
  await manager.query(
    `INSERT INTO organisation (id, number, name) SELECT DISTINCT ON (organisation) organisation, NULL, 'Virksomhet ' || n
     FROM bench_copy ORDER BY organisation, n`,
  );
  await manager.query(
    `INSERT INTO representative (id, person, organisation, case_id, from_on, added_by, confirmed_by)
     SELECT gen_random_uuid(), $1, organisation, NULL, '2010-01-01', $1, $1 FROM bench_copy WHERE n = 1`,
    [ASKERS.entrepreneur],
  );
}
