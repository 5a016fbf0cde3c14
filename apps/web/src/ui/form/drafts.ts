import type { FormValues } from './schema-fields.js';

const PREFIX = 'stafett.draft.';
const KEPT_MS = 30 * 86_400_000;

interface Draft {
  readonly at: number;
  readonly values: FormValues;
}

/** What was written in a form and not sent, kept in this browser for 30 days. */
export function readDraft(key: string): FormValues | undefined {
  const stored = localStorage.getItem(PREFIX + key);
  if (stored === null) return undefined;
  const draft = JSON.parse(stored) as Draft;
  if (Date.now() - draft.at < KEPT_MS) return draft.values;
  dropDraft(key);
  return undefined;
}

export const keepDraft = (key: string, values: FormValues): void =>
  localStorage.setItem(PREFIX + key, JSON.stringify({ at: Date.now(), values } satisfies Draft));

export const dropDraft = (key: string): void => localStorage.removeItem(PREFIX + key);
