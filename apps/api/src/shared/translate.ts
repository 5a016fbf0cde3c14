import { QueryFailedError } from 'typeorm';
import { unavailable } from '#platform/problems/refusal.js';
import type { RefusalBody } from '#platform/problems/refusal.js';

/** Postgres says it is going down, starting up or full; the driver says nobody is there. */
const DOWN = /^(08|57P|53|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND)/;
const GONE =
  /Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect|Driver not Connected/;

/** A database that is away is no bug: 503, try again. */
export function translateDatabase(exception: unknown): RefusalBody | undefined {
  if (!(exception instanceof Error)) return undefined;
  const cause: unknown = exception instanceof QueryFailedError ? exception.driverError : exception;
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : '';
  if (!DOWN.test(code) && !GONE.test(exception.message)) return undefined;
  return unavailable('Databasen svarer ikke. Prøv igjen om litt.').refusal;
}
