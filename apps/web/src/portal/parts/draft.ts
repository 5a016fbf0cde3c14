import { useEffect, useState } from 'react';
import { dropDraft, keepDraft, keyOfDraft, readDraft } from '../../ui/form/drafts.js';

/** What is written is kept in this browser until it is sent, for thirty days at most. */
export function useDraft<T>(name: string, empty: T): readonly [T, (draft: T) => void, () => void] {
  const [draft, setDraft] = useState<T>(() => readDraft<T>(name) ?? empty);
  const isEmpty = JSON.stringify(draft) === JSON.stringify(empty);
  useEffect(() => {
    if (isEmpty) dropDraft(name);
    else keepDraft(name, draft);
  }, [name, draft, isEmpty]);
  // Another tab on the same page writes the same words, so that the last one is not the only one that is right.
  useEffect(() => {
    const onChange = ({ key }: StorageEvent): void => {
      if (key !== null && key !== keyOfDraft(name)) return;
      setDraft((before) => {
        const now = readDraft<T>(name) ?? empty;
        return JSON.stringify(now) === JSON.stringify(before) ? before : now;
      });
    };
    window.addEventListener('storage', onChange);
    return () => window.removeEventListener('storage', onChange);
  });
  // Gone at once: the page may be left before it is drawn anew.
  const forget = (): void => {
    dropDraft(name);
    setDraft(empty);
  };
  return [draft, setDraft, forget];
}

/** Whether words were written that are not sent: the form that they belong to stands open when the page is opened again. */
export const hasDraft = (name: string): boolean => readDraft<unknown>(name) !== undefined;

export const answerDraft = (number: string, request: string, item: number): string =>
  `answer.${number}.${request}.${item}`;
export const moreTimeDraft = (number: string, deadline = ''): string => `more-time.${number}.${deadline}`;
export const stepDraft = (number: string, step: string): string => `step.${number}.${step}`;
