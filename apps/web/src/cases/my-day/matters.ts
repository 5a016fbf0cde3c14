import type { WorkItem } from './work.js';

/** One line of My day: what one case wants of the reader in a group, most urgent first. */
export interface Matter {
  readonly collaboration: WorkItem['collaboration'];
  readonly first: WorkItem;
  /** Further debts of the case in the same group. */
  readonly others: readonly WorkItem[];
}

/** One matter a case, in the order in which they came, which is by date. */
export function mattersOf(items: readonly WorkItem[]): readonly Matter[] {
  const byCase = new Map<string, WorkItem[]>();
  for (const item of items) {
    const { id } = item.collaboration;
    byCase.set(id, [...(byCase.get(id) ?? []), item]);
  }
  return [...byCase.values()].flatMap(([first, ...others]) =>
    first ? [{ collaboration: first.collaboration, first, others }] : [],
  );
}
