import { latestNamed } from '../model/named-by-facts.js';
import { answeredOf, placeOf } from '../model/questions.js';
import type { Case } from '../model/case.js';
import type { Question } from '../model/asked.js';
import type { ProcessCore } from '../process/process-document.js';
import type { QuestionKind } from '../process/question-kinds.js';

/**
 * The yes by which a unit has the role now; undefined when none has. The unit that the case names for the place must have
 * said it itself; it is over when that unit later says no, or withdraws.
 */
export function standingYes(core: ProcessCore, state: Case, kind: QuestionKind): Question | undefined {
  const place = placeOf(kind);
  const named = place && latestNamed(core, state, place);
  const said = answeredOf(state, kind).filter(({ unit }) => place === undefined || unit === named);
  const last = said.at(-1);
  const yes = said.findLast(({ answer }) => answer.answer === 'YES');
  if (!yes || (last?.unit === yes.unit && last.answer.answer === 'NO')) return undefined;
  return hasWithdrawnSince(core, state, kind, yes.answer.seq) ? undefined : yes;
}

function hasWithdrawnSince(core: ProcessCore, { facts }: Case, kind: QuestionKind, seq: number): boolean {
  return facts.some((it) => core.facts[it.fact]?.withdraws === kind && !it.retracted && it.seq > seq);
}
