import pg from 'pg';
import type { EntityManager } from 'typeorm';

/** A database user that can sign in and nothing else, until the fence grants it something. */
export interface Login {
  readonly user: string;
  readonly password: string;
}

const PLAIN = 'LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS';

/** Makes the users that are missing and gives all of them these passwords. Only where the server is ours: it needs a superuser. */
export async function ensureLogins(manager: EntityManager, logins: readonly Login[]): Promise<void> {
  const known = await manager.query<{ name: string }[]>('SELECT rolname AS name FROM pg_roles');
  for (const { user, password } of logins) {
    const verb = known.some(({ name }) => name === user) ? 'ALTER' : 'CREATE';
    await manager.query(`${verb} ROLE ${pg.escapeIdentifier(user)} ${PLAIN} PASSWORD ${pg.escapeLiteral(password)}`);
  }
}
