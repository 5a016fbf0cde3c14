import type { CaseFile } from '#store/cases/inspect/case-file.js';
import { changesIn, gapsIn } from '#store/cases/inspect/case-history.js';

/** Defects of a case's history. With any of them, neither views nor a workflow may be built from it. */
export function damageOf({ events, view, replayed, core }: CaseFile): string[] {
  if (events.length === 0) return ['it has no events'];
  const damage = [...gapsIn(events, view?.version ?? 0), ...changesIn(events)];
  if (damage.length > 0) return damage;
  if (!replayed.ok) return [`its events cannot be replayed: ${replayed.why}`];
  return core ? [] : ['the process version to which it is pinned is not there'];
}
