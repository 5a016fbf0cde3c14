import type { FormValues } from './schema-fields.js';

const PREFIX = 'stafett.draft.';
const KEPT_MS = 30 * 86_400_000;

interface Draft {
  readonly at: number;
  readonly values: unknown;
}

/** Under which a draft is kept in the browser. */
export const keyOfDraft = (key: string): string => PREFIX + key;

/** What was written and not sent, kept in this browser for 30 days. */
export function readDraft<T = FormValues>(key: string): T | undefined {
  const stored = localStorage.getItem(PREFIX + key);
  if (stored === null) return undefined;
  const draft = JSON.parse(stored) as Draft;
  if (Date.now() - draft.at < KEPT_MS) return draft.values as T;
  dropDraft(key);
  return undefined;
}

export const keepDraft = (key: string, values: unknown): void =>
  localStorage.setItem(PREFIX + key, JSON.stringify({ at: Date.now(), values } satisfies Draft));

export const dropDraft = (key: string): void => localStorage.removeItem(PREFIX + key);
