import { pino } from 'pino';
import type { Logger } from 'pino';

export type { Logger } from 'pino';

/** Names under which personal data or secrets could slip into a log line. */
const PERSONAL = [
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
  // What a failed statement of the database was given, and which row stood in its way.
  'parameters',
  'detail',
];

/** One line of JSON an event; nothing personal gets through, whatever object is logged. */
export function createLog(service: string, level: string): Logger {
  return pino({
    level,
    base: { service },
    redact: { paths: PERSONAL.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '***' },
    formatters: { level: (label) => ({ level: label }) },
    timestamp: pino.stdTimeFunctions.isoTime,
  });
}
