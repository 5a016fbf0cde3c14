import pg from 'pg';

/** How many statements this process sends to Postgres while something is done. */
export async function countedQueries(act: () => Promise<unknown>): Promise<number> {
  const { prototype } = pg.Client;
  const { query } = prototype;
  let count = 0;
  prototype.query = function (this: pg.Client, ...args: unknown[]): unknown {
    count += 1;
    return (query as (...given: unknown[]) => unknown).apply(this, args);
  } as typeof query;
  try {
    await act();
  } finally {
    prototype.query = query;
  }
  return count;
}
