import type { Case, Fact } from './case.js';

/** The latest effective registration of a fact, by `at`, then seq. */
export function latestFact(state: Case, fact: string): Fact | undefined {
  const standing = state.facts.filter((it) => it.fact === fact && !it.retracted);
  return standing.reduce<Fact | undefined>((last, it) => (!last || it.at >= last.at ? it : last), undefined);
}
