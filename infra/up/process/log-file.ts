import { closeSync, mkdirSync, openSync, readFileSync, renameSync, statSync, writeSync } from 'node:fs';
import path from 'node:path';

const MAX_BYTES = 50 * 1024 * 1024;

/** Opens a log for appending and writes a header line. Rotates a large log to `.1`. */
export function openLog(file: string, header: string): number {
  mkdirSync(path.dirname(file), { recursive: true });
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > MAX_BYTES) renameSync(file, `${file}.1`);
  const log = openSync(file, 'a', 0o600);
  writeSync(log, `--- ${new Date().toISOString()} ${header}\n`);
  return log;
}

export const closeLog = (log: number): void => closeSync(log);

/** The last lines of a log, for error messages. */
export function lastLines(file: string, count = 12): string {
  try {
    return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-count).join('\n');
  } catch {
    return '';
  }
}
