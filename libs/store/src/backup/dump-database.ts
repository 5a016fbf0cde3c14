import { createHash } from 'node:crypto';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { TABLES, tableName } from '../schema.js';
import { tablePart, type AddPart, type BackupHeader, type TableColumns, type TableTotals } from './backup-contents.js';

/** Rows are handed on in parts of about this size, so that the database need not fit in memory. */
const PART_BYTES = 4_000_000;

/** What was copied. */
export interface Dump {
  readonly tables: Readonly<Record<string, TableTotals>>;
  /** Of the files that the rows tell of: where their contents are. */
  readonly contents: readonly FileContent[];
}

export interface FileContent {
  readonly key: string;
  readonly sha256: string;
  /** It is part of a document. Another one may be deleted meanwhile. */
  readonly attached: boolean;
}

const CONTENTS = `SELECT key, sha256, attached_at IS NOT NULL AS attached FROM file WHERE state = 'READY' ORDER BY key`;

/**
 * Copies all tables as they were at one instant, while the installation goes on.
 * @param begin  called first, with the tables that will come.
 */
export async function dumpDatabase(
  url: string,
  begin: (header: BackupHeader) => Promise<void>,
  add: AddPart,
): Promise<Dump> {
  const client = new pg.Client({ connectionString: url, application_name: 'stafett-backup' });
  await client.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const tables = await tablesInOrder(client);
    const { rows: schema } = await client.query<{ name: string }>('SELECT name FROM migrations ORDER BY id');
    const madeAt = new Date().toISOString();
    await begin({ format: 1, madeAt, schema: schema.map(({ name }) => name), tables });
    const totals: Record<string, TableTotals> = {};
    for (const table of tables) totals[table.name] = await dumpTable(client, table, add);
    const { rows: contents } = await client.query<FileContent>(CONTENTS);
    await client.query('COMMIT');
    return { tables: totals, contents };
  } finally {
    await client.end();
  }
}

async function dumpTable(client: pg.Client, { name, columns }: TableColumns, add: AddPart): Promise<TableTotals> {
  const stream = client.query(copyTo(`COPY ${client.escapeIdentifier(name)} (${listed(client, columns)}) TO STDOUT`));
  const hash = createHash('sha256');
  let [chunks, bytes, part]: [Buffer[], number, number] = [[], 0, 0];
  const flush = async (): Promise<void> => {
    await add({ name: tablePart(name, (part += 1)), content: Buffer.concat(chunks) });
    [chunks, bytes] = [[], 0];
  };
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    hash.update(chunk);
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes >= PART_BYTES) await flush();
  }
  if (bytes > 0) await flush();
  return { rows: stream.rowCount, sha256: hash.digest('hex') };
}

export const listed = (client: pg.Client, columns: readonly string[]): string =>
  columns.map((column) => client.escapeIdentifier(column)).join(', ');

/** All our tables with the columns that are stored; a table after those that it refers to. */
export async function tablesInOrder(client: pg.Client): Promise<readonly TableColumns[]> {
  const { rows } = await client.query<{ name: string; columns: string[]; refers: string[] }>(
    `SELECT c.relname::text AS name,
            ARRAY(SELECT attname::text FROM pg_attribute WHERE attrelid = c.oid AND attnum > 0 AND NOT attisdropped
                  AND attgenerated = '' ORDER BY attnum) AS columns,
            ARRAY(SELECT DISTINCT r.relname::text FROM pg_constraint k JOIN pg_class r ON r.oid = k.confrelid
                  WHERE k.conrelid = c.oid AND k.contype = 'f' AND r.oid <> c.oid) AS refers
     FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname = ANY($1)
     ORDER BY c.relname`,
    [TABLES.map(tableName)],
  );
  const sorted: TableColumns[] = [];
  while (sorted.length < rows.length) {
    const has = (name: string) => sorted.some((it) => it.name === name);
    const next = rows.find(({ name, refers }) => !has(name) && refers.every(has));
    if (!next) throw new Error('tables refer to each other in a circle');
    sorted.push({ name: next.name, columns: next.columns });
  }
  return sorted;
}
