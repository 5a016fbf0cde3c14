import pg from 'pg';
import type { EntityManager } from 'typeorm';
import { StepError } from '../shared/step-error.js';
import { TABLE_GRANTS, PROGRAMS, type ProgramGrants, type Program } from './table-grants.js';

/** Database user by program. A program without one connects as the owner, unrestricted. */
export type ProgramUsers = Readonly<Partial<Record<Program, string>>>;

/** Any fixed number: two starts on one database apply the grants one after the other. */
const ADVISORY_LOCK = 5_830_251;

/**
 * Grants what TABLE_GRANTS lists and revokes everything else, in one transaction, so that running programs notice
 * nothing. Harmless to repeat. Skips listed tables that do not exist yet.
 * @param manager  connected as the owner of all tables.
 * @throws StepError when a user does not exist or has the rights of the owner.
 */
export async function applyGrants(manager: EntityManager, users: ProgramUsers): Promise<void> {
  const names = Object.values(users);
  if (names.length === 0) return;
  await requireUnprivileged(manager, names);
  await manager.transaction(async (transaction) => {
    await transaction.query('SELECT pg_advisory_xact_lock($1)', [ADVISORY_LOCK]);
    const [database] = await transaction.query<{ name: string }[]>('SELECT current_database() AS name');
    const tables = await tablesOf(transaction);
    const grants = tables.flatMap(({ name, sequences }) =>
      grantStatements(name, sequences, TABLE_GRANTS[name] ?? {}, users),
    );
    await transaction.query([...revokeStatements(names, database?.name ?? ''), ...grants].join(';\n'));
    await restrictEventInserts(transaction, users);
  });
}

/** Grants do not restrict members of the owner's role; a superuser counts as a member of every role. */
async function requireUnprivileged(manager: EntityManager, names: readonly string[]): Promise<void> {
  const existing = await manager.query<{ name: string; owner: boolean }[]>(
    `SELECT rolname AS name, pg_has_role(rolname, current_user, 'MEMBER') AS owner FROM pg_roles WHERE rolname = ANY($1)`,
    [[...names]],
  );
  const missing = names.filter((name) => !existing.some((it) => it.name === name));
  const privileged = existing.filter(({ owner }) => owner).map(({ name }) => name);
  const duplicates = names.filter((name, index) => names.indexOf(name) !== index);
  const problems = [
    ...missing.map((name) => `the database has no user ${name}`),
    ...privileged.map((name) => `${name} is the owner of the tables, or stands above it`),
    ...duplicates.map((name) => `${name} is named for both the api and the worker`),
  ];
  if (problems.length === 0) return;
  throw new StepError(
    'Database users',
    problems.join('\n'),
    'Give DATABASE_API_URL and DATABASE_WORKER_URL users of their own; docs/database-roles.md says how they are made.',
  );
}

interface Table {
  readonly name: string;
  /** Sequences that its columns use. */
  readonly sequences: readonly string[];
}

async function tablesOf(manager: EntityManager): Promise<Table[]> {
  return manager.query<Table[]>(
    `SELECT t.relname AS name,
            ARRAY(SELECT s.relname::text FROM pg_depend d JOIN pg_class s ON s.oid = d.objid AND s.relkind = 'S'
                  WHERE d.refclassid = 'pg_class'::regclass AND d.refobjid = t.oid AND d.deptype = 'a') AS sequences
     FROM pg_class t WHERE t.relnamespace = 'public'::regnamespace AND t.relkind IN ('r', 'p', 'v', 'm')`,
  );
}

function revokeStatements(names: readonly string[], database: string): string[] {
  const users = names.map((name) => pg.escapeIdentifier(name)).join(', ');
  const to = `PUBLIC, ${users}`;
  return [
    `REVOKE ALL ON ALL TABLES IN SCHEMA public FROM ${to}`,
    `REVOKE ALL ON ALL SEQUENCES IN SCHEMA public FROM ${to}`,
    `REVOKE CREATE ON SCHEMA public FROM ${to}`,
    `REVOKE CREATE, TEMPORARY ON DATABASE ${pg.escapeIdentifier(database)} FROM ${to}`,
    `GRANT USAGE ON SCHEMA public TO ${users}`,
  ];
}

function grantStatements(
  table: string,
  sequences: readonly string[],
  grants: ProgramGrants,
  users: ProgramUsers,
): string[] {
  return PROGRAMS.flatMap((program) => {
    const [user, granted] = [users[program], grants[program]];
    if (user === undefined || granted === undefined) return [];
    const to = pg.escapeIdentifier(user);
    const neededSequences = granted.includes('INSERT') ? sequences : [];
    return [
      `GRANT ${granted} ON ${pg.escapeIdentifier(table)} TO ${to}`,
      ...neededSequences.map((sequence) => `GRANT USAGE ON SEQUENCE ${pg.escapeIdentifier(sequence)} TO ${to}`),
    ];
  });
}

/** A row level security policy, as `pg_policies` shows it. */
interface Policy {
  readonly name: string;
  readonly user: string;
  readonly cmd: 'SELECT' | 'INSERT';
  /** SQL condition for the rows that may be read or inserted. */
  readonly rows: string;
}

/**
 * Lets the api insert only the events that open a case: those of a case that has no view yet. The worker inserts the rest.
 * Keeps policies that are right already: changing one waits for every reader of the table.
 */
async function restrictEventInserts(manager: EntityManager, users: ProgramUsers): Promise<void> {
  const wanted = policiesFor(users);
  const present = await manager.query<Policy[]>(
    `SELECT policyname AS name, array_to_string(roles, ',') AS user, cmd, coalesce(with_check, qual) AS rows
     FROM pg_policies WHERE schemaname = 'public' AND tablename = 'event'`,
  );
  const keyOf = ({ name, user, cmd, rows }: Policy): string => [name, user, cmd, rows].join(' ');
  const presentKeys = new Set(present.map(keyOf));
  if (present.length === wanted.length && wanted.every((policy) => presentKeys.has(keyOf(policy)))) return;
  for (const { name } of present) await manager.query(`DROP POLICY ${pg.escapeIdentifier(name)} ON event`);
  for (const { name, user, cmd, rows } of wanted) {
    const clause = cmd === 'SELECT' ? 'USING' : 'WITH CHECK';
    await manager.query(
      `CREATE POLICY ${name} ON event FOR ${cmd} TO ${pg.escapeIdentifier(user)} ${clause} (${rows})`,
    );
  }
}

function policiesFor({ api, worker }: ProgramUsers): Policy[] {
  const policies = (user: string, readName: string, insertName: string, insertableRows: string): Policy[] => [
    { name: readName, user, cmd: 'SELECT', rows: 'true' },
    { name: insertName, user, cmd: 'INSERT', rows: insertableRows },
  ];
  return [
    ...(api === undefined ? [] : policies(api, 'api_reads', 'api_opens', 'is_unopened(case_id)')),
    ...(worker === undefined ? [] : policies(worker, 'worker_reads', 'worker_records', 'true')),
  ];
}
