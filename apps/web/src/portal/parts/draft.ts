import { useEffect, useState } from 'react';
import { dropDraft, keepDraft, readDraft } from '../../ui/form/drafts.js';

/** What is written is kept in this browser until it is sent, for thirty days at most. */
export function useDraft<T>(name: string, empty: T): readonly [T, (draft: T) => void, () => void] {
  const [draft, setDraft] = useState<T>(() => readDraft<T>(name) ?? empty);
  const isEmpty = JSON.stringify(draft) === JSON.stringify(empty);
  useEffect(() => {
    if (isEmpty) dropDraft(name);
    else keepDraft(name, draft);
  }, [name, draft, isEmpty]);
  // Gone at once: the page may be left before it is drawn anew.
  const forget = (): void => {
    dropDraft(name);
    setDraft(empty);
  };
  return [draft, setDraft, forget];
}
