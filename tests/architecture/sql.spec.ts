import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { tableName, TABLES } from '#store/schema.js';
import { isImportAllowed, projectRoot } from './import-violations.js';
import { tableReferencesIn } from './sql-tables.js';

/** A table belongs to the folder of its `*-table.ts`. Naming it in SQL follows the same rules as importing that file. */

const FOLDERS = ['libs', 'workflows', 'apps', 'infra'];
const MIGRATIONS = /^libs\/store\/src\/db\/migrations\//;

/** Files that take the names of tables from elsewhere, and from where. */
const COMPUTED: Readonly<Record<string, string>> = {
  'libs/store/src/privacy/personal-rows.ts': 'the catalogue of Postgres, so that a new table is not forgotten',
  'libs/store/src/privacy/erase-person.ts': 'the same',
  'libs/store/src/backup/load-database.ts': 'the list of all tables, as a backup holds them',
  'libs/store/src/backup/adjust-after-restore.ts': 'the counters of Postgres, and the four tables that let people in',
  'infra/up/postgres/apply-grants.ts': 'the list of grants, which is of all tables',
};
/** Files outside the store that name a table. */
const OUTSIDE: Readonly<Record<string, readonly string[]>> = {
  // Which events a program may add is a policy of that one table, put up with the grants of all.
  'infra/up/postgres/apply-grants.ts': ['event'],
};

const read = (file: string): string => readFileSync(path.join(projectRoot, file), 'utf8');
const sources = FOLDERS.flatMap((folder) =>
  readdirSync(path.join(projectRoot, folder), { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`),
).filter((file) => /[.](ts|mjs)$/.test(file) && !/[.]spec[.]ts$|[.]d[.]ts$/.test(file) && !MIGRATIONS.test(file));
const tableFiles = sources.filter((file) => /^libs\/store\/src\/.*-table[.]ts$/.test(file));

/** The file of each table, by the table's name and by the entity's. */
const fileByName = new Map(
  tableFiles.flatMap((file) =>
    [...read(file).matchAll(/^ {2}(?:name|tableName): '(\w+)'/gm)].map(([, name = '']) => [name, file] as const),
  ),
);

/** A line for each table that the file may not name, or whose name it computes. */
function violationsIn(file: string, source: string): string[] {
  const lines = tableReferencesIn(source).flatMap((reference) => {
    if ('computed' in reference) return file in COMPUTED ? [] : [`${file} computes a table: ${reference.computed}`];
    const { table } = reference;
    const owner = fileByName.get(table);
    if (owner === undefined || isImportAllowed(file, owner) || OUTSIDE[file]?.includes(table)) return [];
    return [`${file} names ${table} of ${path.posix.dirname(owner)}`];
  });
  return [...new Set(lines)];
}

describe('SQL', () => {
  it('names a table only in its own context or in one above it', () => {
    expect(sources.flatMap((file) => violationsIn(file, read(file)))).toEqual([]);
  }, 60_000);

  it('is read whole: every table has a file, and nearly every one is named somewhere', () => {
    const names = TABLES.map(tableName).sort();
    expect(names.filter((name) => !fileByName.has(name))).toEqual([]);
    const inSql = new Set(
      sources.flatMap((file) => tableReferencesIn(read(file)).flatMap((it) => ('table' in it ? it.table : []))),
    );
    expect(names.filter((name) => inSql.has(name)).length).toBeGreaterThan(15);
  }, 60_000);

  it.each([
    ['libs/store/src/people/a.ts', 'const a = `SELECT 1 FROM representative`;', 'representative'],
    ['libs/store/src/organisations/a.ts', "const a = 'person p JOIN collaboration c ON c.id = p.id';", 'collaboration'],
    ['libs/store/src/mailroom/a.ts', "const a = 'SELECT l.id FROM outbox_message l, handover h';", 'handover'],
    ['libs/store/src/mailroom/a.ts', 'const a = `UPDATE deadline SET state = ${state}`;', 'deadline'],
    ['libs/store/src/audit/a.ts', 'const a = \'DELETE FROM "person" WHERE id = $1\';', 'person'],
    ['libs/store/src/cases/a.ts', "manager.query('insert into session (hash) values ($1)');", 'session'],
    ['libs/store/src/process/a.ts', "found.where('absence.person = p.id AND p.staff');", 'absence'],
    ['libs/store/src/audit/a-table.ts', "const by = { foreignKey: { target: 'Person', name: 'by' } };", 'Person'],
    ['apps/api/src/people/a.ts', "const a = 'SELECT count(*) FROM person';", 'person'],
    ['infra/up/a.ts', "const a = 'TRUNCATE unit';", 'unit'],
    ['libs/store/src/people/a.ts', 'const a = `SELECT 1 FROM ${table} WHERE id = $1`;', 'table'],
  ])('in %s would be noticed: %s', (file, source, table) => {
    expect(violationsIn(file, source)).toEqual([expect.stringContaining(table)]);
  });

  it.each([
    ['libs/store/src/access/a.ts', 'const a = `SELECT y.role FROM party y JOIN person p ON p.id = y.person`;'],
    ['libs/store/src/mailroom/a.ts', "const a = 'the event that a handover.sent leads to';"],
    ['libs/store/src/mailroom/a.ts', 'const a = `SELECT c.unit, c.text FROM ${rowsSql(day)} c WHERE ${IS_OPEN}`;'],
  ])('in %s is not complained of: %s', (file, source) => {
    expect(violationsIn(file, source)).toEqual([]);
  });
});

describe('a table', () => {
  it('is exported as XTable with rows XRow by the file x-table.ts', () => {
    const odd = tableFiles.filter((file) => {
      const words = path.basename(file, '-table.ts').split('-');
      const noun = words.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join('');
      const source = read(file);
      return !source.includes(`interface ${noun}Row {`) || !source.includes(`const ${noun}Table = new EntitySchema`);
    });
    expect(odd).toEqual([]);
  });
});
