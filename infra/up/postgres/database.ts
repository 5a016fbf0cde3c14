import pg from 'pg';

export const DATABASE_NAME = 'stafett';

/** Rejects while the server does not answer. */
export async function pingDatabase(url: string): Promise<void> {
  await withClient(url, (client) => client.query('select 1'));
}

/** Creates the database of `url` when the server does not have it. */
export async function ensureDatabase(url: string): Promise<void> {
  const name = decodeURIComponent(new URL(url).pathname.slice(1));
  await withClient(withDatabaseName(url, 'postgres'), async (client) => {
    const found = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (found.rowCount === 0) await client.query(`create database ${client.escapeIdentifier(name)}`);
  });
}

export function withDatabaseName(url: string, name: string): string {
  const result = new URL(url);
  result.pathname = `/${encodeURIComponent(name)}`;
  return result.href;
}

async function withClient(url: string, action: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3_000, query_timeout: 10_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await action(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}
