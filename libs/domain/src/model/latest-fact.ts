import type { Case, Fact } from './case.js';

/** The registration of a fact that is in force: the latest by `at`, then by `seq`, not counting retracted ones. */
export function latestFact(state: Case, fact: string): Fact | undefined {
  return latestOf(state.facts.filter((it) => it.fact === fact));
}

/** The latest of these, as above. */
export function latestOf(facts: readonly Fact[]): Fact | undefined {
  const inForce = facts.filter(({ retracted }) => !retracted);
  return inForce.reduce<Fact | undefined>((last, it) => (!last || it.at >= last.at ? it : last), undefined);
}
