import type { Case, Fact } from './case.js';

/** The registration of a fact that is in force: the latest by `at`, then by `seq`, not counting retracted ones. */
export function latestFact(state: Case, fact: string): Fact | undefined {
  const inForce = state.facts.filter((it) => it.fact === fact && !it.retracted);
  return inForce.reduce<Fact | undefined>((last, it) => (!last || it.at >= last.at ? it : last), undefined);
}
