import { QueryFailedError } from 'typeorm';
import type { HttpRefusal } from '#platform/problems/http-refusal.js';
import { refusedWith } from './refused.js';

const UNIQUE_VIOLATION = '23505';

/** What came second to somebody else's row is refused, wherever it happens: 409 instead of 500. Undefined for other errors. */
export function refuseConflict(exception: unknown): HttpRefusal | undefined {
  if (!(exception instanceof QueryFailedError)) return undefined;
  const { code } = exception.driverError as { readonly code?: unknown };
  if (code !== UNIQUE_VIOLATION) return undefined;
  return refusedWith('held', {
    nb: 'Noen andre har nettopp lagret noe som er likt. Hent siste utgave og prøv igjen.',
    en: 'Somebody else has just saved something equal. Get the latest version and try again.',
  });
}
