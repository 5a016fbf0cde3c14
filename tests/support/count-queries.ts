import pg from 'pg';

/** Counts the statements that this process sends to Postgres while `action` runs. */
export async function countQueries(action: () => Promise<unknown>): Promise<number> {
  const { prototype } = pg.Client;
  const { query } = prototype;
  let count = 0;
  prototype.query = function (this: pg.Client, ...args: unknown[]): unknown {
    count += 1;
    return (query as (...given: unknown[]) => unknown).apply(this, args);
  } as typeof query;
  try {
    await action();
  } finally {
    prototype.query = query;
  }
  return count;
}

/** The fewest of three times: now and then this process also looks for work of its own, or reads its directory anew. */
export async function fewestQueries(action: () => Promise<unknown>): Promise<number> {
  const counts: number[] = [];
  for (let time = 0; time < 3; time += 1) counts.push(await countQueries(action));
  return Math.min(...counts);
}
