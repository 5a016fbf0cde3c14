import type pg from 'pg';

/** Numbers that may have been given after the backup was made are skipped, of each year and each counter. */
const SAFETY_JUMP = 1_000;

/** From this instant on the epoch of a restore is counted, in seconds, so that no run of an earlier time has a higher one. */
const EPOCH_ZERO = '2026-01-01T00:00:00Z';

/** What a replaced database had handed out. */
export interface BeforeRestore {
  readonly numbers: readonly { readonly year: number; readonly last: number }[];
  readonly sequences: readonly { readonly name: string; readonly last: string }[];
  readonly revokedTokens: readonly string[];
  readonly epoch: number;
}

export interface RestoreFigures {
  readonly cases: number;
  readonly events: number;
  /** Messages that may have been sent after the backup. */
  readonly heldMessages: number;
  /** The highest case number that is not given again. */
  readonly numbers: readonly string[];
}

export async function rememberBefore(client: pg.Client): Promise<BeforeRestore> {
  const { rows: numbers } = await client.query<{ year: number; last: number }>('SELECT year, last FROM case_number');
  const { rows: tokens } = await client.query<{ id: string }>('SELECT id FROM api_token WHERE revoked_at IS NOT NULL');
  const { rows: epochs } = await client.query<{ epoch: number }>(
    'SELECT coalesce(max(epoch), 0) AS epoch FROM collaboration',
  );
  return {
    numbers,
    sequences: await sequencesOf(client),
    revokedTokens: tokens.map(({ id }) => id),
    epoch: epochs[0]?.epoch ?? 0,
  };
}

async function sequencesOf(client: pg.Client): Promise<{ name: string; last: string }[]> {
  const { rows } = await client.query<{ name: string; last: string }>(
    `SELECT sequencename::text AS name, coalesce(last_value, 0)::text AS last FROM pg_sequences WHERE schemaname = 'public'`,
  );
  return rows;
}

/**
 * Between the backup and the restore things happened that the database does not know. So after a restore:
 *
 * 1. every workflow run from before has an older epoch, and can write nothing; the worker starts new runs (see the canary);
 * 2. no case number and no number of a counter is given again that may have been given;
 * 3. what lets people in is gone (sessions, links), and a token that the replaced database had revoked stays revoked;
 * 4. messages that may have been sent are held, also those that the new runs make of what was due before the restore.
 */
export async function adjustAfterRestore(client: pg.Client, before: BeforeRestore): Promise<RestoreFigures> {
  await client.query(
    `UPDATE collaboration SET epoch = GREATEST(
       $1, (SELECT max(epoch) FROM collaboration), extract(epoch FROM clock_timestamp() - $2::timestamptz)::int) + 1`,
    [before.epoch, EPOCH_ZERO],
  );
  await client.query('DELETE FROM diverged');
  await raiseNumbers(client, before);
  await raiseSequences(client, before);
  for (const table of ['session', 'sign_in_attempt', 'sign_in_link', 'rate_limit'])
    await client.query(`DELETE FROM ${table}`);
  await client.query('UPDATE api_token SET revoked_at = now() WHERE revoked_at IS NULL AND id::text = ANY($1)', [
    before.revokedTokens,
  ]);
  const held = await client.query(`UPDATE outbox_message SET status = 'HELD' WHERE status = 'WAITING'`);
  await client.query(`UPDATE installation SET restored_at = ${DOMAIN_NOW}`);
  await client.query(
    `INSERT INTO heartbeat (name, at, chain, beat) VALUES ('canary', now(), 'restored', 0)
     ON CONFLICT (name) DO UPDATE SET chain = excluded.chain, beat = excluded.beat`,
  );
  const { rows } = await client.query<{ cases: number; events: number; numbers: string[] }>(
    `SELECT (SELECT count(*)::int FROM collaboration) AS cases, (SELECT count(*)::int FROM event) AS events,
            ARRAY(SELECT year || '-' || lpad(last::text, 4, '0') FROM case_number ORDER BY year) AS numbers`,
  );
  const [figures = { cases: 0, events: 0, numbers: [] }] = rows;
  return { ...figures, heldMessages: held.rowCount ?? 0 };
}

/** Domain time by the installation's clock, in SQL; wall time before it has one. */
const DOMAIN_NOW = 'coalesce(origin_domain + (clock_timestamp() - origin_wall) * speed, clock_timestamp())';

/** The year of the restore too: in the time that is lost it may have begun. */
async function raiseNumbers(client: pg.Client, { numbers }: BeforeRestore): Promise<void> {
  await client.query(
    `INSERT INTO case_number (year, last)
     SELECT year, max(last) + $2::int FROM (
       SELECT year, last FROM case_number
       UNION ALL SELECT (it->>'year')::int, (it->>'last')::int FROM jsonb_array_elements($1::jsonb) AS it
       UNION ALL SELECT extract(year FROM ${DOMAIN_NOW} AT TIME ZONE 'Europe/Oslo')::int, 0 FROM installation
     ) AS known GROUP BY year
     ON CONFLICT (year) DO UPDATE SET last = excluded.last`,
    [JSON.stringify(numbers), SAFETY_JUMP],
  );
}

/** By the rows as well: a counter is no part of a backup. */
async function raiseSequences(client: pg.Client, { sequences }: BeforeRestore): Promise<void> {
  for (const { name, last } of sequences) {
    const { rows } = await client.query<{ table: string; column: string }>(
      `SELECT d.refobjid::regclass::text AS "table", a.attname::text AS "column" FROM pg_depend d
       JOIN pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
       WHERE d.objid = $1::regclass AND d.refobjsubid > 0`,
      [name],
    );
    const [owner] = rows;
    const used = owner ? `(SELECT coalesce(max("${owner.column}"), 0) FROM ${owner.table})` : '0';
    await client.query(`SELECT setval($1::regclass, GREATEST(${used}, $2::bigint) + ${SAFETY_JUMP})`, [name, last]);
  }
}
