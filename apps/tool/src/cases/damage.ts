import type { CaseFile } from './case-file.js';
import { changesIn, gapsIn } from './history.js';

/** What is wrong with a case's history, so that neither views nor a workflow may be made from it. */
export function damageOf({ events, view, replayed, core }: CaseFile): string[] {
  if (events.length === 0) return ['it has no events'];
  const damage = [...gapsIn(events, view?.version ?? 0), ...changesIn(events)];
  if (damage.length > 0) return damage;
  if (!replayed.ok) return [`its events cannot be replayed: ${replayed.why}`];
  return core ? [] : ['the process version to which it is pinned is not there'];
}
