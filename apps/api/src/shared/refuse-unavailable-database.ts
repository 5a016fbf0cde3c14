import { types } from 'node:util';
import { unavailable } from '#platform/problems/http-refusal.js';
import type { HttpRefusal } from '#platform/problems/http-refusal.js';

/**
 * Postgres is ending, starting, recovering or out of connections (its own codes), or the driver cannot reach it (those of the
 * system). 25P03 ends a session that idled in a transaction.
 */
const DOWN_CODES =
  /^(08...|57P..|53...|25P03|58030|E(CONN\w+|PIPE|TIMEDOUT|NOTFOUND|AI_AGAIN|HOSTUNREACH|NETUNREACH|HOSTDOWN|NETDOWN))$/;

/**
 * What `pg`, its pool and TypeORM say, without a code, of a connection that is lost or was not to be had. TypeORM releases the
 * runner of a transaction whose connection breaks.
 */
const DOWN_MESSAGES =
  /^(Connection terminated|Client has encountered a connection error|Client was closed|timeout exceeded when trying to connect|timeout expired|Query read timeout|Cannot use a pool after|Driver not Connected|Query runner already released|Database connection provided by a query runner was already released|This socket has been ended|Socket closed|read ECONN|write E)/;

/** How deep an error is looked for inside others: TypeORM wraps that of `pg`, which may be one of several addresses. */
const MAX_DEPTH = 4;

/** A database that does not answer is expected: 503 instead of 500. Undefined for every other error. */
export function refuseUnavailableDatabase(exception: unknown): HttpRefusal | undefined {
  return isDown(exception, MAX_DEPTH)
    ? unavailable({
        nb: 'Databasen svarer ikke. Prøv igjen om litt.',
        en: 'The database does not answer. Try again in a moment.',
      })
    : undefined;
}

function isDown(error: unknown, depth: number): boolean {
  // `instanceof Error` is false for the errors of sockets where tests run the code in a realm of its own.
  if (depth === 0 || !types.isNativeError(error)) return false;
  const { code, cause, driverError, errors } = error as WrappingError;
  if (DOWN_CODES.test(String(code)) || DOWN_MESSAGES.test(error.message)) return true;
  const inner = [cause, driverError, ...(Array.isArray(errors) ? (errors as unknown[]) : [])];
  return inner.some((it) => isDown(it, depth - 1));
}

type WrappingError = Error & {
  readonly code?: unknown;
  readonly driverError?: unknown;
  readonly errors?: unknown;
};
