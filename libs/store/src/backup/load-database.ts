import { createHash, type Hash } from 'node:crypto';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom, type CopyStreamQuery } from 'pg-copy-streams';
import { adjustAfterRestore, rememberBefore, type RestoreFigures } from './adjust-after-restore.js';
import {
  tableOfPart,
  type BackupHeader,
  type BackupPart,
  type TableColumns,
  type TableTotals,
} from './backup-contents.js';
import { listed, tablesInOrder } from './dump-database.js';

/** A backup that cannot be loaded, or a database that it cannot be loaded into. The message is for the operator. */
export class RestoreRefused extends Error {
  override readonly name = 'RestoreRefused';
}

/** True when the database has cases or people, so that a restore replaces something. */
export async function holdsData(url: string): Promise<boolean> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<{ used: boolean }>(
      'SELECT EXISTS (SELECT FROM event) OR EXISTS (SELECT FROM person) AS used',
    );
    return rows[0]?.used ?? false;
  });
}

/** Names of the programs that are connected to the database. */
export async function connectedPrograms(url: string): Promise<string[]> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `SELECT DISTINCT application_name AS name FROM pg_stat_activity
       WHERE datname = current_database() AND application_name IN ('stafett-api', 'stafett-worker')`,
    );
    return rows.map(({ name }) => name);
  });
}

/**
 * Replaces all rows of the database by those of a backup, in one transaction: either all of it or nothing. Then the database is
 * told apart from the one that the backup was made of; see `adjustAfterRestore`.
 * @param parts  what follows the header, in order.
 * @param totalsOf  reads what the manifest says of the tables, when all parts have been read.
 * @throws RestoreRefused
 */
export async function loadDatabase(
  url: string,
  header: BackupHeader,
  parts: AsyncIterable<BackupPart>,
  totalsOf: () => Readonly<Record<string, TableTotals>>,
): Promise<RestoreFigures> {
  return withClient(url, async (client) => {
    await client.query('BEGIN');
    const tables = await tablesInOrder(client);
    await requireSameSchema(client, header, tables);
    const names = tables.map(({ name }) => client.escapeIdentifier(name));
    await client.query(`LOCK TABLE ${names.join(', ')} IN ACCESS EXCLUSIVE MODE`);
    const before = await rememberBefore(client);
    for (const name of names) await client.query(`ALTER TABLE ${name} DISABLE TRIGGER USER`);
    await client.query(`TRUNCATE ${names.join(', ')}`);
    const loaded = await loadRows(client, header, parts);
    requireTotals(loaded, totalsOf());
    const figures = await adjustAfterRestore(client, before);
    for (const name of names) await client.query(`ALTER TABLE ${name} ENABLE TRIGGER USER`);
    await client.query('COMMIT');
    return figures;
  });
}

async function requireSameSchema(
  client: pg.Client,
  header: BackupHeader,
  tables: readonly TableColumns[],
): Promise<void> {
  const { rows } = await client.query<{ name: string }>('SELECT name FROM migrations ORDER BY id');
  const asText = (all: readonly TableColumns[]) =>
    JSON.stringify(all.map(({ name, columns }) => [name, ...[...columns].sort()]).sort());
  const same =
    JSON.stringify(rows.map(({ name }) => name)) === JSON.stringify(header.schema) &&
    asText(tables) === asText(header.tables);
  if (!same)
    throw new RestoreRefused(
      'The backup was made by another version of Stafett: its tables are not those of this one. Restore it with that version, ' +
        'and upgrade afterwards.',
    );
}

interface Loading {
  readonly table: string;
  readonly stream: CopyStreamQuery;
  readonly hash: Hash;
}

async function loadRows(
  client: pg.Client,
  header: BackupHeader,
  parts: AsyncIterable<BackupPart>,
): Promise<Readonly<Record<string, TableTotals>>> {
  const totals: Record<string, TableTotals> = {};
  let loading: Loading | undefined;
  const finish = async (): Promise<void> => {
    if (!loading) return;
    const { table, stream, hash } = loading;
    stream.end();
    await finished(stream);
    totals[table] = { rows: stream.rowCount, sha256: hash.digest('hex') };
    loading = undefined;
  };
  try {
    for await (const { name, content } of parts) {
      const table = tableOfPart(name);
      if (table === undefined) continue;
      if (loading?.table !== table) {
        await finish();
        loading = beginTable(client, header, table);
      }
      loading.hash.update(content);
      if (!loading.stream.write(content)) await once(loading.stream, 'drain');
    }
    await finish();
  } catch (error) {
    loading?.stream.destroy();
    throw error;
  }
  return totals;
}

function beginTable(client: pg.Client, header: BackupHeader, table: string): Loading {
  const columns = header.tables.find(({ name }) => name === table)?.columns;
  if (!columns) throw new RestoreRefused(`The backup has rows of a table ${table} that it does not name.`);
  const sql = `COPY ${client.escapeIdentifier(table)} (${listed(client, columns)}) FROM STDIN`;
  const stream = client.query(copyFrom(sql));
  // `once` and `finished` report an error while one of them waits; in between it must not end the process.
  stream.on('error', () => undefined);
  return { table, stream, hash: createHash('sha256') };
}

/** A table without rows has no part. */
function requireTotals(
  loaded: Readonly<Record<string, TableTotals>>,
  expected: Readonly<Record<string, TableTotals>>,
): void {
  for (const [table, { rows, sha256 }] of Object.entries(expected)) {
    const found = loaded[table] ?? { rows: 0, sha256: createHash('sha256').digest('hex') };
    if (found.rows !== rows || found.sha256 !== sha256)
      throw new RestoreRefused(`The backup is damaged: the rows of ${table} are not those that were written.`);
  }
}

async function withClient<T>(url: string, act: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: 'stafett-restore' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await act(client);
  } finally {
    await client.end();
  }
}
