import { pino } from 'pino';
import type { Logger } from 'pino';

export type { Logger } from 'pino';

/** Keys whose values are masked, because they may hold personal data or secrets. */
const REDACTED_KEYS = [
  'name',
  'email',
  'phone',
  'title',
  'description',
  'body',
  'data',
  'package',
  'reason',
  'cookie',
  'authorization',
  'secret',
  'token',
  // Parameters of a failed SQL statement, and the conflicting row.
  'parameters',
  'detail',
];

/** Writes one JSON object per line. Values of `REDACTED_KEYS` are masked down to the third level. */
export function createLogger(service: string, level: string): Logger {
  return pino({
    level,
    base: { service },
    redact: { paths: REDACTED_KEYS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '***' },
    formatters: { level: (label) => ({ level: label }) },
    timestamp: pino.stdTimeFunctions.isoTime,
  });
}
