import type { EntityManager } from 'typeorm';
import { coreOf } from '#domain/process/process-core.js';
import { newestProcess } from '#processes/versions.js';
import { DEADLINE_INDEXES_BEFORE, DEADLINE_TABLE_BEFORE } from './before/deadline-rows.js';
import { addMunicipality, ASKERS, HANDLER_MARK, UNIT_MARKS, UNITS } from './municipality.js';
import { buildTemplates, TEMPLATE_ID, TEMPLATE_NUMBER, TEMPLATE_ORGANISATION } from './templates.js';
import { TITLE, variantsOf, type Variant } from './variants.js';

const OPEN_SHARE = 0.2;
/** Of the open ones. */
const STUCK_SHARE = 0.05;
const CASES_PER_ORGANISATION = 5;
const BATCH = 2_000;
/** Rows in the order in which they may be written. */
const TABLES = ['collaboration', 'deadline', 'handover', 'ownership', 'outbox_message', 'event'] as const;
/** Up to so many cases the table of all deadlines is loaded too, to ask today's way; ten times as many would fill the disk. */
export const MOST_CASES_TO_COMPARE = 200_000;

export interface Load {
  readonly cases: number;
  readonly open: number;
  readonly seconds: number;
  /** Whether the table of all deadlines is there. */
  readonly comparable: boolean;
}

/**
 * Fills the database with cases over ten years, a fifth of them open and a twentieth of those stuck. Each is a copy of a case
 * that the rules made, with its whole JSON, moved in time and to other units, organisations and people.
 */
export async function loadCases(manager: EntityManager, cases: number): Promise<Load> {
  const began = performance.now();
  const comparable = cases <= MOST_CASES_TO_COMPARE;
  await addMunicipality(manager);
  const variants = variantsOf(manager, coreOf(newestProcess), buildTemplates());
  await writeVariants(manager, variants);
  await chooseCopies(manager, cases);
  await manager.query(COPIED_FUNCTION);
  if (comparable) await manager.query(DEADLINE_TABLE_BEFORE);
  const indexes = await dropIndexes(manager);
  for (let from = 1; from <= cases; from += BATCH) {
    for (const table of TABLES) await manager.query(copySql(manager, table, table), [from, from + BATCH]);
    if (comparable)
      await manager.query(copySql(manager, 'before', 'deadline', 'before.deadline'), [from, from + BATCH]);
  }
  for (const { definition } of indexes) await manager.query(definition);
  if (comparable) await manager.query(DEADLINE_INDEXES_BEFORE);
  await manager.query('DROP FUNCTION bench_copied; DROP TABLE bench_variant, bench_kind, bench_copy');
  await manager.query('VACUUM ANALYZE');
  return { cases, open: cases * OPEN_SHARE, comparable, seconds: (performance.now() - began) / 1_000 };
}

async function writeVariants(manager: EntityManager, variants: readonly Variant[]): Promise<void> {
  await manager.query('CREATE TABLE bench_variant (n integer, name text, rows text, PRIMARY KEY (n, name))');
  for (const [n, { tables }] of variants.entries()) {
    await manager.query(
      'INSERT INTO bench_variant SELECT $1, name, rows FROM unnest($2::text[], $3::text[]) t (name, rows)',
      [n, Object.keys(tables), Object.values(tables)],
    );
  }
  await manager.query(
    `CREATE TABLE bench_kind AS SELECT * FROM unnest($1::integer[], $2::text[], $3::text[]) t (variant, kind, year)`,
    [variants.map((_, n) => n), variants.map(({ kind }) => kind), variants.map(({ year }) => year)],
  );
}

/** Which variant each case is a copy of, in an order in which kinds and years are mixed, as they are in a real table. */
async function chooseCopies(manager: EntityManager, cases: number): Promise<void> {
  await manager.query(
    `CREATE TABLE bench_copy AS
     WITH kind AS (SELECT kind, array_agg(variant ORDER BY variant) AS variants FROM bench_kind GROUP BY kind),
       drawn AS (SELECT n, abs(hashint4(n)::bigint) AS a, abs(hashint4(-n)::bigint) AS b FROM generate_series(1, $1::integer) n),
       chosen AS (
         SELECT n, a, b, CASE WHEN a % 1000 >= 1000 * $2::float8 THEN 'closed'
           WHEN b % 1000 < 1000 * $3::float8 THEN 'stuck' ELSE 'open' END AS kind FROM drawn)
     SELECT n, md5('case ' || n)::uuid AS id, md5('organisation ' || n % greatest($1 / ${CASES_PER_ORGANISATION}, 1))::uuid
       AS organisation, (b / 1000 % 10)::text AS handler, ($4::text[])[1 + a / 12 % $5] AS unit_a,
       ($4::text[])[1 + b / 90 % $5] AS unit_b, ($4::text[])[1 + (a + b) / 35 % $5] AS unit_c, v.variant, v.year || '-' || lpad(n::text, 7, '0') AS number,
       initcap((ARRAY['turgruppe','mentorordning','verksted','møteplass','språkkafé','åpen dag','økonomihjelp','matsvinn',
         'ærlig talt','leksehjelp','kveldsro','nabolag'])[1 + a / 1000 % 12]) || ' ' ||
         (ARRAY['for eldre','for unge','i Fjordvik','på sykehjemmet','for familier','etter soning','for alle'])[1 + b / 7 % 7]
         || ' ' || n AS title
     FROM chosen JOIN kind USING (kind)
     JOIN bench_kind v ON v.variant = kind.variants[1 + a / 1000 % cardinality(kind.variants)]`,
    [cases, OPEN_SHARE, STUCK_SHARE, UNITS.map(({ id }) => id), UNITS.length],
  );
  await manager.query('CREATE INDEX ON bench_copy (n)');
  await manager.query(
    `INSERT INTO organisation (id, number, name) SELECT DISTINCT ON (organisation) organisation, NULL, 'Virksomhet ' || n
     FROM bench_copy ORDER BY organisation, n`,
  );
  await manager.query(
    `INSERT INTO representative (id, person, organisation, case_id, from_on)
     SELECT gen_random_uuid(), $1, organisation, NULL, '2010-01-01' FROM bench_copy WHERE n = 1`,
    [ASKERS.entrepreneur],
  );
}

/** The rows of a variant with what makes the copy a case of its own. */
const COPIED_FUNCTION = `
  CREATE FUNCTION bench_copied(rows text, c bench_copy) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
    SELECT ${[
      [TEMPLATE_ID, 'c.id::text'],
      [TEMPLATE_NUMBER, 'c.number'],
      [TEMPLATE_ORGANISATION, 'c.organisation::text'],
      [TITLE, 'c.title'],
      [HANDLER_MARK, 'c.handler'],
      ...UNIT_MARKS.map((mark, n) => [mark, ['c.unit_a', 'c.unit_b', 'c.unit_c'][n]]),
    ].reduce((sql, [mark, value]) => `replace(${sql}, '${mark}', ${value})`, 'rows')}::jsonb
  $$`;

function copySql(manager: EntityManager, name: string, table: string, into = table): string {
  const columns = name === 'before' ? undefined : columnsOf(manager, table);
  // The id of a message is made from its case in code.
  const values = columns?.map((it) => (table === 'outbox_message' && it === 'id' ? 'gen_random_uuid()' : `r."${it}"`));
  return `INSERT INTO ${into} ${columns ? `(${columns.map((it) => `"${it}"`).join(', ')})` : ''}
    SELECT ${values?.join(', ') ?? 'r.*'} FROM bench_copy c JOIN bench_variant v ON v.n = c.variant AND v.name = '${name}'
    CROSS JOIN LATERAL jsonb_populate_recordset(NULL::${into}, bench_copied(v.rows, c)) r
    WHERE c.n >= $1 AND c.n < $2`;
}

const columnsOf = (manager: EntityManager, table: string): string[] =>
  manager.dataSource.entityMetadatas
    .filter(({ tableName }) => tableName === table)
    .flatMap(({ columns }) => columns.map(({ databaseName }) => databaseName));

/** A load into tables without indexes takes half the time. */
async function dropIndexes(manager: EntityManager): Promise<readonly { name: string; definition: string }[]> {
  const found = await manager.query<{ name: string; definition: string }[]>(
    `SELECT i.indexrelid::regclass::text AS name, pg_get_indexdef(i.indexrelid) AS definition FROM pg_index i
     WHERE i.indrelid::regclass::text = ANY ($1) AND NOT i.indisprimary`,
    [[...TABLES]],
  );
  for (const { name } of found) await manager.query(`DROP INDEX ${name}`);
  return found;
}
