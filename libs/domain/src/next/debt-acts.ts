import { factActs } from './fact-acts.js';
import { MARK_ACTS } from './mark-acts.js';
import type { About, Case, Deadline } from '../model/case.js';
import type { MarkKey, ProcessCore } from '../process/process-document.js';
import type { Act } from './act.js';

type Debt = Pick<Deadline, 'kind' | 'basis' | 'heldBy'>;

/** The acts that meet a debt, by the first of its rule's ends that the case can have now; best first. */
export function debtActs(core: ProcessCore, state: Case, debt: Debt): readonly Act[] {
  for (const end of core.deadlines[debt.kind]?.ends ?? []) {
    const acts = endActs(core, state, debt, end);
    if (acts.length > 0) return heldActs(acts, debt);
  }
  return [];
}

/** What was missed is met late by what meets it at all. */
function lateActs(core: ProcessCore, state: Case, missedId: string | undefined): readonly Act[] {
  const missed = state.deadlines.find(({ id }) => id === missedId);
  return missed && missed.metAt === undefined ? debtActs(core, state, missed) : [];
}

/** Whoever took the debt does it. */
const heldActs = (acts: readonly Act[], { heldBy }: Debt): readonly Act[] =>
  heldBy === undefined ? acts : acts.map((act) => ({ ...act, persons: [heldBy] }));

function endActs(core: ProcessCore, state: Case, { basis }: Pick<Deadline, 'basis'>, end: MarkKey): readonly Act[] {
  const [first = '', ...words] = end.split(':');
  if (first === 'keptLate') return lateActs(core, state, basis.about?.id);
  if (first === 'fact') return factActs(core, state, words.join(':')).map((act) => explaining(core, act, basis.about));
  return MARK_ACTS[first]?.({ core, state, about: basis.about, words }) ?? [];
}

/** An explanation names the promise that the debt is about. */
function explaining(core: ProcessCore, act: Act, about: About | undefined): Act {
  const moves = core.facts[String(act.body['fact'])]?.movesPromises !== undefined;
  return moves && about?.kind === 'deadline' ? { ...act, body: { ...act.body, data: { deadline: about.id } } } : act;
}
