import { latestOf } from './latest-fact.js';
import { latestYesFor } from './questions.js';
import type { Case, Fact } from './case.js';
import type { Named, ProcessCore } from '../process/process-document.js';

/** What this fact names as `what`; undefined when facts of its kind name no such thing. */
export function namedIn(core: ProcessCore, { fact, data }: Pick<Fact, 'fact' | 'data'>, what: Named): unknown {
  const field = core.facts[fact]?.names?.[what];
  return field === undefined ? undefined : data[field];
}

/** What the latest fact that can name `what` says; a unit that later said yes to the role of a place is the one of that place. */
export function latestNamed(core: ProcessCore, state: Case, what: Named): unknown {
  const latest = latestNaming(core, state.facts, what);
  const agreed = latestYesFor(state, what);
  if (agreed && (!latest || agreed.answer.at >= latest.at)) return agreed.unit;
  return latest && namedIn(core, latest, what);
}

/** The same; undefined when a later fact undid that one. */
export function namedInForce(core: ProcessCore, { facts }: Case, what: Named): unknown {
  const latest = latestNaming(core, facts, what);
  return latest && !isUndone(core, facts, latest) ? namedIn(core, latest, what) : undefined;
}

const latestNaming = (core: ProcessCore, facts: Case['facts'], what: Named): Fact | undefined =>
  latestOf(facts.filter(({ fact }) => core.facts[fact]?.names?.[what] !== undefined));

function isUndone(core: ProcessCore, facts: Case['facts'], { fact, at, seq }: Fact): boolean {
  const by = core.facts[fact]?.undoneBy;
  return by !== undefined && facts.some((it) => it.fact === by && !it.retracted && it.at >= at && it.seq > seq);
}

/** Whether any fact in force names this. */
export function isNamed(core: ProcessCore, { facts }: Case, what: Named, value: unknown): boolean {
  return facts.some((it) => !it.retracted && namedIn(core, it, what) === value);
}

/** Id of the first fact of the process that can name `what`. */
export function factNaming({ facts }: ProcessCore, what: Named): string | undefined {
  return Object.keys(facts).find((id) => facts[id]?.names?.[what] !== undefined);
}
