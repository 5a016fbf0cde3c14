import pg from 'pg';
import type { EntityManager } from 'typeorm';

/** A database user. It can only sign in until `applyGrants` grants it more. */
export interface Login {
  readonly user: string;
  readonly password: string;
}

const LOGIN_ONLY = 'LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS';

/** Creates missing users and sets all passwords. Needs a superuser, so it works only on the embedded server. */
export async function ensureLogins(manager: EntityManager, logins: readonly Login[]): Promise<void> {
  const existing = await manager.query<{ name: string }[]>('SELECT rolname AS name FROM pg_roles');
  for (const { user, password } of logins) {
    const verb = existing.some(({ name }) => name === user) ? 'ALTER' : 'CREATE';
    await manager.query(
      `${verb} ROLE ${pg.escapeIdentifier(user)} ${LOGIN_ONLY} PASSWORD ${pg.escapeLiteral(password)}`,
    );
  }
}
