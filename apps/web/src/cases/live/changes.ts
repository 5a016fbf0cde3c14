import { useSyncExternalStore } from 'react';

/** What the event stream has told and the page does not show yet. */
interface Changes {
  /** When the line was lost, wall time; absent while it is there. */
  readonly lostAt?: number;
  /** The newest version of each case of which the page shows an older one. */
  readonly waiting: ReadonlyMap<string, number>;
  /** Cases with an open form, whose writers see the change where they write. */
  readonly forms: ReadonlyMap<string, number>;
}

let changes: Changes = { waiting: new Map(), forms: new Map() };
const listeners = new Set<() => void>();

function set(changed: Partial<Changes>): void {
  changes = { ...changes, ...changed };
  for (const listener of listeners) listener();
}

/** The newest version of a case that this window has led to or shown. */
const own = new Map<string, number>();

/** Says that a change was made here, or is shown: the stream tells of it too. */
export function noteSeen(id: string, version: number): void {
  own.set(id, Math.max(version, seenVersion(id)));
  if ((changes.waiting.get(id) ?? 0) > version) return;
  const waiting = new Map(changes.waiting);
  if (waiting.delete(id)) set({ waiting });
}

/** The newest version of a case that this window has led to or shown; 0 where it has not. */
export const seenVersion = (id: string): number => own.get(id) ?? 0;

/** Commands that are given here and not answered, by case: what the stream tells meanwhile may be what they do. */
const given = new Map<string, number>();

/** A command is on its way until the returned function is called. */
export function noteGiven(id: string): () => void {
  given.set(id, (given.get(id) ?? 0) + 1);
  return () => void given.set(id, (given.get(id) ?? 1) - 1);
}

export const isGiven = (id: string): boolean => (given.get(id) ?? 0) > 0;

export const isSeen = (id: string, version: number): boolean => seenVersion(id) >= version;

export function noteWaiting(told: ReadonlyMap<string, number>): void {
  set({ waiting: new Map([...changes.waiting, ...told]) });
}

/** Everything that waited is shown now. */
export function noteShown(): void {
  for (const [id, version] of changes.waiting) own.set(id, version);
  if (changes.waiting.size > 0) set({ waiting: new Map() });
}

export function noteLine(lostAt: number | undefined): void {
  if ((changes.lostAt === undefined) === (lostAt === undefined)) return;
  const { lostAt: _, ...others } = changes;
  changes = others;
  set(lostAt === undefined ? {} : { lostAt });
}

/** A form of the case is open until the returned function is called. */
export function noteForm(id: string): () => void {
  const count = (by: number): void => {
    const forms = new Map(changes.forms);
    const left = (forms.get(id) ?? 0) + by;
    if (left > 0) forms.set(id, left);
    else forms.delete(id);
    set({ forms });
  };
  count(1);
  return () => count(-1);
}

export const hasForms = (): boolean => changes.forms.size > 0;

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useChanges = (): Changes => useSyncExternalStore(subscribe, () => changes);
