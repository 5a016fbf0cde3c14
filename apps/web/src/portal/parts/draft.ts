import { useEffect, useState } from 'react';

const KEPT_MS = 30 * 86_400_000;

interface Kept {
  readonly at: number;
  readonly draft: unknown;
}

/** What is written is kept in this browser until it is sent, for thirty days at most. */
export function useDraft<T>(name: string, empty: T): readonly [T, (draft: T) => void, () => void] {
  const key = `stafett.draft.${name}`;
  const [draft, setDraft] = useState<T>(() => (readDraft(key) as T | undefined) ?? empty);
  const isEmpty = JSON.stringify(draft) === JSON.stringify(empty);
  useEffect(() => {
    if (isEmpty) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify({ at: Date.now(), draft } satisfies Kept));
  }, [key, draft, isEmpty]);
  // Gone at once: the page may be left before it is drawn anew.
  const forget = (): void => {
    localStorage.removeItem(key);
    setDraft(empty);
  };
  return [draft, setDraft, forget];
}

function readDraft(key: string): unknown {
  const kept = localStorage.getItem(key);
  if (kept === null) return undefined;
  const { at, draft } = JSON.parse(kept) as Kept;
  if (Date.now() - at < KEPT_MS) return draft;
  localStorage.removeItem(key);
  return undefined;
}
