import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { QueryFailedError, type DataSource } from 'typeorm';
import { applyGrants } from '#infra/up/postgres/apply-grants.js';
import { usersOf, embeddedAccess } from '#infra/up/postgres/database-access.js';
import { TABLE_GRANTS } from '#infra/up/postgres/table-grants.js';
import { openCase } from '#store/cases/open-case.js';
import { releaseProcess } from '#store/process/process-versions.js';
import { TextTable } from '#store/cases/texts/text-table.js';
import { audit } from '#store/audit/audit.js';
import { freshDatabase, type TestDatabase } from '#support/test-database.js';
import { smallOpening, smallDocument, smallProcess } from '#support/small-process.js';

/** What each program's database grants allow and refuse, tried as that program. */

let database: TestDatabase;
let api: DataSource;
let worker: DataSource;
let caseId: string;

const LOGINS = { api: 'stafett_api', worker: 'stafett_worker' };
const NO_PRIVILEGE = '42501';

beforeAll(async () => {
  database = await freshDatabase();
  [api, worker] = await Promise.all([database.connectAs('api'), database.connectAs('worker')]);
  const { manager } = database.dataSource;
  await releaseProcess(manager, smallDocument, smallProcess);
  await manager.query("INSERT INTO unit VALUES ('helse', 'Helse', NULL, true)");
  await manager.query("INSERT INTO person (id, name, unit, staff) VALUES ('kari', 'Kari', 'helse', true)");
  caseId = await openCaseAs(api);
});
afterAll(() => database.close());

async function openCaseAs(source: DataSource): Promise<string> {
  const id = randomUUID();
  await openCase(source, {
    opening: smallOpening(id),
    receivedAt: '2027-02-01T08:00:00.000Z',
    speed: 1,
    process: 'small',
    writeRelatedRows: async (within) => {
      const title = { id: `title-${id}`, commandId: 'o', caseId: id, field: 'title', body: 'Tur' as never };
      await within.insert(TextTable, title);
    },
  });
  return id;
}

/** Runs SQL and rolls it back. @returns the error code of Postgres, or `was done`. */
async function sqlOutcome(source: DataSource, sql: string): Promise<string> {
  try {
    await source.transaction(async (within) => {
      await within.query(sql);
      throw new Error('was done');
    });
    return 'nothing';
  } catch (error) {
    if (error instanceof QueryFailedError) return (error.driverError as { code: string }).code;
    return (error as Error).message;
  }
}

const insertEvent = (id: string, seq: number) =>
  `INSERT INTO event (case_id, seq, type, at, recorded_at, data, hash, epoch)
   VALUES ('${id}', ${seq}, 'caseCompleted', now(), now(), '{}', 'x', 1)`;

describe('the fence', () => {
  it('has a line for every table and view of the database, and for nothing else', async () => {
    const tables = await database.dataSource.query<{ name: string }[]>(
      `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v', 'm')`,
    );
    const names = tables.map(({ name }) => name);
    // A new table: state its grants for api and worker in libs/store/src/schema.ts.
    expect({ withoutALine: names.filter((name) => !Object.hasOwn(TABLE_GRANTS, name)) }).toEqual({ withoutALine: [] });
    expect({ thatIsNotThere: Object.keys(TABLE_GRANTS).filter((name) => !names.includes(name)) }).toEqual({
      thatIsNotThere: [],
    });
  });

  it('leaves every table to the owner alone', async () => {
    const owned = await database.dataSource.query<{ owner: string }[]>(
      `SELECT DISTINCT pg_get_userbyid(relowner) AS owner FROM pg_class WHERE relnamespace = 'public'::regnamespace`,
    );
    expect(owned).toEqual([{ owner: 'stafett' }]);
    for (const source of [api, worker]) {
      const [me] = await source.query<object[]>(
        'SELECT rolsuper, rolcreatedb, rolcreaterole, rolbypassrls, rolreplication FROM pg_roles WHERE rolname = current_user',
      );
      expect(Object.values(me ?? {})).toEqual([false, false, false, false, false]);
    }
  });

  it('gives neither program a word of UPDATE, DELETE or TRUNCATE on what is written once', () => {
    for (const table of ['event', 'process_version', 'audit_entry'])
      expect(JSON.stringify(TABLE_GRANTS[table])).not.toMatch(/UPDATE|DELETE|TRUNCATE/);
  });

  it('is put up again without effect, and closes what somebody has opened by hand', async () => {
    const { dataSource } = database;
    await dataSource.query('GRANT SELECT ON session TO stafett_worker; GRANT UPDATE (data) ON event TO stafett_api');
    expect(await sqlOutcome(worker, 'SELECT * FROM session')).toBe('was done');
    await applyGrants(dataSource.manager, LOGINS);
    expect(await sqlOutcome(worker, 'SELECT * FROM session')).toBe(NO_PRIVILEGE);
    expect(await sqlOutcome(api, "UPDATE event SET data = '{}'")).toBe(NO_PRIVILEGE);
    await openCaseAs(api);
  });

  it('is not put around the owner, and not around somebody who is not there', async () => {
    const { manager } = database.dataSource;
    await expect(applyGrants(manager, { api: 'stafett' })).rejects.toThrow('stafett is the owner of the tables');
    await expect(applyGrants(manager, { api: 'nobody' })).rejects.toThrow('the database has no user nobody');
    const same = { api: 'stafett_api', worker: 'stafett_api' };
    await expect(applyGrants(manager, same)).rejects.toThrow('for both the api and the worker');
  });
});

describe('the api', () => {
  it('opens a case', async () => {
    const [found] = await api.query<{ events: string }[]>('SELECT count(*) AS events FROM event WHERE case_id = $1', [
      caseId,
    ]);
    expect(Number(found?.events)).toBeGreaterThan(0);
  });

  it('adds no event to a case that is open already', async () => {
    expect(await sqlOutcome(api, insertEvent(caseId, 99))).toBe(NO_PRIVILEGE);
    expect(await sqlOutcome(api, insertEvent(randomUUID(), 1))).toBe('was done');
  });

  it('adds to the audit log and reads it', async () => {
    await audit(api.manager, { kind: 'signedIn', by: 'kari' });
    expect(await sqlOutcome(api, 'SELECT * FROM audit_entry')).toBe('was done');
  });

  it.each([
    "UPDATE event SET type = 'x'",
    'DELETE FROM event',
    'TRUNCATE event',
    "UPDATE process_version SET hash = 'x'",
    'INSERT INTO process_version (id, version, document, core, hash) SELECT id, 99, document, core, hash FROM process_version',
    "UPDATE audit_entry SET kind = 'x'",
    'DELETE FROM audit_entry',
    'TRUNCATE audit_entry',
    "UPDATE collaboration SET owner = 'kari'",
    'UPDATE collaboration SET epoch = epoch + 1',
    'DELETE FROM collaboration',
    "UPDATE deadline SET state = 'MET'",
    "UPDATE ownership SET owner = 'kari'",
    'DELETE FROM text',
    'DELETE FROM note',
    "UPDATE note SET visibility = 'SHARED'",
    "UPDATE message SET by = 'kari'",
    'UPDATE message_read SET up_to = 1',
    'UPDATE start_request SET started_at = now()',
    "UPDATE installation SET id = 'x'",
    "INSERT INTO heartbeat VALUES ('canary', now())",
    'DELETE FROM person',
    'SELECT * FROM migrations',
  ])('is refused %s', async (sql) => {
    expect(await sqlOutcome(api, sql)).toBe(NO_PRIVILEGE);
  });
});

describe('the worker', () => {
  it.each(['SELECT * FROM person', 'SELECT body FROM collaboration FOR UPDATE', 'SELECT body FROM text'])(
    'may %s',
    async (sql) => {
      expect(await sqlOutcome(worker, sql)).toBe('was done');
    },
  );

  it.each([
    "UPDATE event SET type = 'x'",
    'DELETE FROM event',
    'TRUNCATE event',
    'DELETE FROM process_version',
    'SELECT * FROM audit_entry',
    "INSERT INTO audit_entry (id, at, kind, detail, mac) VALUES (1, now(), 'x', '{}', '')",
    'SELECT * FROM session',
    "INSERT INTO session VALUES ('x', 'kari', now())",
    "UPDATE person SET name = 'x'",
    "INSERT INTO person (id, name, unit, staff) VALUES ('x', 'x', 'helse', true)",
    "INSERT INTO role_grant VALUES ('kari', 'admin', 'helse', '2020-01-01')",
    "UPDATE representative SET person = 'kari'",
    "UPDATE absence SET substitute = 'kari'",
    "UPDATE enquiry SET title = 'x'",
    "UPDATE text SET body = '1'",
    'SELECT * FROM note',
    'SELECT * FROM message',
    'SELECT * FROM message_read',
    'DELETE FROM case_number',
    'INSERT INTO collaboration SELECT * FROM collaboration',
    'DELETE FROM collaboration',
    'SELECT * FROM migrations',
  ])('is refused %s', async (sql) => {
    expect(await sqlOutcome(worker, sql)).toBe(NO_PRIVILEGE);
  });
});

describe('neither program', () => {
  it.each([
    'ALTER TABLE event DISABLE TRIGGER event_written_once',
    'ALTER TABLE event DISABLE TRIGGER ALL',
    'ALTER TABLE event DISABLE ROW LEVEL SECURITY',
    'ALTER TABLE audit_entry DISABLE TRIGGER USER',
    'SET session_replication_role = replica',
    'DROP TRIGGER event_written_once ON event',
    'DROP POLICY api_opens ON event',
    'CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$',
    'CREATE OR REPLACE FUNCTION is_unopened(case_id uuid) RETURNS boolean LANGUAGE sql AS $$ SELECT true $$',
    'CREATE TRIGGER mine BEFORE INSERT ON event EXECUTE FUNCTION refuse_change()',
    'CREATE INDEX mine ON event (type)',
    'ALTER TABLE event ADD COLUMN mine text',
    'DROP TABLE event',
    'CREATE TABLE mine (id text)',
    'CREATE TEMPORARY TABLE mine (id text)',
    'CREATE SCHEMA mine',
    'CREATE ROLE mine SUPERUSER',
    'ALTER ROLE stafett_worker SUPERUSER',
    "ALTER ROLE stafett PASSWORD 'x'",
    'SET ROLE stafett',
    "COPY event TO PROGRAM 'cat'",
    "SELECT pg_read_file('PG_VERSION')",
  ])('may %s', async (sql) => {
    expect([await sqlOutcome(api, sql), await sqlOutcome(worker, sql)]).toEqual([NO_PRIVILEGE, NO_PRIVILEGE]);
  });
});

describe('a start', () => {
  it('puts a policy right that somebody has widened', async () => {
    const late = insertEvent(caseId, 99);
    await database.dataSource.query('ALTER POLICY api_opens ON event WITH CHECK (true)');
    expect(await sqlOutcome(api, late)).toBe('was done');
    await applyGrants(database.dataSource.manager, LOGINS);
    expect(await sqlOutcome(api, late)).toBe(NO_PRIVILEGE);
  });

  it('leaves policies that are right as they are: to change one waits for every reader', async () => {
    const { dataSource } = database;
    const policies = () => dataSource.query<{ oid: number }[]>('SELECT oid FROM pg_policy ORDER BY oid');
    const before = await policies();
    expect(before).toHaveLength(4);
    await applyGrants(dataSource.manager, LOGINS);
    expect(await policies()).toEqual(before);
  });
});

describe('the owner', () => {
  it.each(["UPDATE event SET type = 'x'", 'DELETE FROM event', 'TRUNCATE event'])(
    'is refused by the table itself: %s',
    async (sql) => {
      expect(await sqlOutcome(database.dataSource, sql)).toBe('23001');
    },
  );
});

describe('the passwords', () => {
  it('are the same at every start, another for each program, and another for each installation', () => {
    const [one, again, other] = ['secret', 'secret', 'other'].map((password) => embeddedAccess(database.url, password));
    expect(again).toEqual(one);
    expect(one && usersOf(one)).toEqual(LOGINS);
    const passwords = [one, other].flatMap((it) => Object.values(it?.urls ?? {}).map((url) => new URL(url).password));
    expect(new Set(passwords).size).toBe(4);
  });
});
