import { createHmac } from 'node:crypto';
import type { Config } from '#platform/config.js';
import { StepError } from '../shared/step-error.js';
import type { ProgramUsers } from './apply-grants.js';
import { PROGRAMS, type Program } from './table-grants.js';
import type { Login } from './logins.js';

/** Database users of api and worker. */
export interface DatabaseAccess {
  /** Address by program. A program without one uses DATABASE_URL and connects as the owner. */
  readonly urls: Readonly<Partial<Record<Program, string>>>;
  /** True for the embedded server: we create the users ourselves. */
  readonly isEmbedded: boolean;
}

const EMBEDDED_USERS: Readonly<Record<Program, string>> = { api: 'stafett_api', worker: 'stafett_worker' };

/**
 * Users on the embedded server. Their passwords are derived from the owner's, which no program gets: they need no storage,
 * and no program can compute another's.
 */
export function embeddedAccess(
  ownerUrl: string,
  ownerPassword: string,
): DatabaseAccess & { readonly urls: Readonly<Record<Program, string>> } {
  const url = (program: Program): string => {
    const password = createHmac('sha256', ownerPassword).update(EMBEDDED_USERS[program]).digest('base64url');
    return withLogin(ownerUrl, { user: EMBEDDED_USERS[program], password });
  };
  return { urls: { api: url('api'), worker: url('worker') }, isEmbedded: true };
}

export function externalAccess({ DATABASE_API_URL: api, DATABASE_WORKER_URL: worker }: Config): DatabaseAccess {
  return { urls: { ...(api !== undefined && { api }), ...(worker !== undefined && { worker }) }, isEmbedded: false };
}

/** @throws StepError when a program has an address but DATABASE_URL is not set. */
export function accessOf(config: Config, ownerUrl: string, ownerPassword: string): DatabaseAccess {
  if (config.DATABASE_URL !== undefined) return externalAccess(config);
  if (config.DATABASE_API_URL === undefined && config.DATABASE_WORKER_URL === undefined)
    return embeddedAccess(ownerUrl, ownerPassword);
  throw new StepError(
    'Database users',
    'DATABASE_API_URL or DATABASE_WORKER_URL is set, and DATABASE_URL is not',
    'Set DATABASE_URL to the owner of the tables in the same database, or take the other two away.',
  );
}

export function loginsOf({ urls }: DatabaseAccess): Login[] {
  return Object.values(urls).map(loginOf);
}

export function usersOf({ urls }: DatabaseAccess): ProgramUsers {
  return Object.fromEntries(
    PROGRAMS.flatMap((program) => (urls[program] === undefined ? [] : [[program, loginOf(urls[program]).user]])),
  );
}

/** `address`, another server or pooler of the same database, with the login of `url`. */
export function withLoginOf(address: string, url: string): string {
  return withLogin(address, loginOf(url));
}

function loginOf(url: string): Login {
  const { username, password } = new URL(url);
  return { user: decodeURIComponent(username), password: decodeURIComponent(password) };
}

function withLogin(url: string, { user, password }: Login): string {
  const result = new URL(url);
  result.username = encodeURIComponent(user);
  result.password = encodeURIComponent(password);
  return result.href;
}
