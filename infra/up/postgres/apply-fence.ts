import pg from 'pg';
import type { EntityManager } from 'typeorm';
import { StepError } from '../step-error.js';
import { FENCE, PROGRAMS, type Grants, type Program } from './fence.js';

/** The database user of each program; a program without one connects as the owner and is not fenced. */
export type Users = Readonly<Partial<Record<Program, string>>>;

/** Any number, the same in every start: two starts on one database fence it one after the other. */
const LOCK = 5_830_251;

/**
 * Grants what the fence says and takes away everything else, in one transaction: programs that run meanwhile notice nothing.
 * Harmless to repeat. Tables of the fence that are not there yet are passed over.
 * @param manager  connected as the owner of all tables.
 * @throws StepError when a user is the owner, or not there.
 */
export async function applyFence(manager: EntityManager, users: Users): Promise<void> {
  const names = Object.values(users);
  if (names.length === 0) return;
  await requireLesser(manager, names);
  await manager.transaction(async (within) => {
    await within.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
    const [database] = await within.query<{ name: string }[]>('SELECT current_database() AS name');
    const tables = await tablesOf(within);
    const grants = tables.flatMap(({ name, sequences }) => grantsOn(name, sequences, FENCE[name] ?? {}, users));
    await within.query([...closed(names, database?.name ?? ''), ...grants].join(';\n'));
    await openingsOnly(within, users);
  });
}

/** Whoever is a member of the owner, as a superuser is of everybody, would pass every fence. */
async function requireLesser(manager: EntityManager, names: readonly string[]): Promise<void> {
  const known = await manager.query<{ name: string; owner: boolean }[]>(
    `SELECT rolname AS name, pg_has_role(rolname, current_user, 'MEMBER') AS owner FROM pg_roles WHERE rolname = ANY($1)`,
    [[...names]],
  );
  const missing = names.filter((name) => !known.some((it) => it.name === name));
  const mighty = known.filter(({ owner }) => owner).map(({ name }) => name);
  const twice = names.filter((name, index) => names.indexOf(name) !== index);
  const why = [
    ...missing.map((name) => `the database has no user ${name}`),
    ...mighty.map((name) => `${name} is the owner of the tables, or stands above it`),
    ...twice.map((name) => `${name} is named for both the api and the worker`),
  ];
  if (why.length === 0) return;
  throw new StepError(
    'Database users',
    why.join('\n'),
    'Give DATABASE_API_URL and DATABASE_WORKER_URL users of their own; docs/database-roles.md says how they are made.',
  );
}

interface Table {
  readonly name: string;
  /** Sequences that its columns take their numbers from. */
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

function closed(names: readonly string[], database: string): string[] {
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

function grantsOn(table: string, sequences: readonly string[], grants: Grants, users: Users): string[] {
  return PROGRAMS.flatMap((program) => {
    const [user, granted] = [users[program], grants[program]];
    if (user === undefined || granted === undefined) return [];
    const to = pg.escapeIdentifier(user);
    const numbered = granted.includes('INSERT') ? sequences : [];
    return [
      `GRANT ${granted} ON ${pg.escapeIdentifier(table)} TO ${to}`,
      ...numbered.map((sequence) => `GRANT USAGE ON SEQUENCE ${pg.escapeIdentifier(sequence)} TO ${to}`),
    ];
  });
}

/** A policy as `pg_policies` has it. */
interface Policy {
  readonly name: string;
  readonly user: string;
  readonly cmd: 'SELECT' | 'INSERT';
  /** Which rows may be read, or added. */
  readonly rows: string;
}

/**
 * The api adds events only to a case that has no view yet: what opens it. All else comes from the case's workflow.
 * Policies that are right already are left alone: changing them waits for every reader of the table.
 */
async function openingsOnly(manager: EntityManager, users: Users): Promise<void> {
  const wanted = policiesFor(users);
  const present = await manager.query<Policy[]>(
    `SELECT policyname AS name, array_to_string(roles, ',') AS user, cmd, coalesce(with_check, qual) AS rows
     FROM pg_policies WHERE schemaname = 'public' AND tablename = 'event'`,
  );
  const keyOf = ({ name, user, cmd, rows }: Policy): string => [name, user, cmd, rows].join(' ');
  const same = new Set(present.map(keyOf));
  if (present.length === wanted.length && wanted.every((policy) => same.has(keyOf(policy)))) return;
  for (const { name } of present) await manager.query(`DROP POLICY ${pg.escapeIdentifier(name)} ON event`);
  for (const { name, user, cmd, rows } of wanted) {
    const limit = cmd === 'SELECT' ? 'USING' : 'WITH CHECK';
    await manager.query(`CREATE POLICY ${name} ON event FOR ${cmd} TO ${pg.escapeIdentifier(user)} ${limit} (${rows})`);
  }
}

function policiesFor({ api, worker }: Users): Policy[] {
  const policies = (user: string, reads: string, adds: string, addable: string): Policy[] => [
    { name: reads, user, cmd: 'SELECT', rows: 'true' },
    { name: adds, user, cmd: 'INSERT', rows: addable },
  ];
  return [
    ...(api === undefined ? [] : policies(api, 'api_reads', 'api_opens', 'is_unopened(case_id)')),
    ...(worker === undefined ? [] : policies(worker, 'worker_reads', 'worker_records', 'true')),
  ];
}
