import { QueryFailedError } from 'typeorm';
import { unavailable } from '#platform/problems/http-refusal.js';
import type { HttpRefusal } from '#platform/problems/http-refusal.js';

/** Postgres is shutting down, starting or out of connections, or the driver cannot reach it. */
const DOWN_CODES = /^(08|57P|53|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND)/;
const DOWN_MESSAGES =
  /Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect|Driver not Connected/;

/** A database that does not answer is expected: 503 instead of 500. Undefined for every other error. */
export function refuseUnavailableDatabase(exception: unknown): HttpRefusal | undefined {
  if (!(exception instanceof Error)) return undefined;
  const cause: unknown = exception instanceof QueryFailedError ? exception.driverError : exception;
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : '';
  if (!DOWN_CODES.test(code) && !DOWN_MESSAGES.test(exception.message)) return undefined;
  return unavailable('Databasen svarer ikke. Prøv igjen om litt.');
}
