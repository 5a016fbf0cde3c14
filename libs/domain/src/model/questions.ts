import type { Case } from './case.js';
import type { Question, QuestionAnswer } from './asked.js';
import type { Named } from '../process/process-document.js';
import type { QuestionKind } from '../process/question-kinds.js';

/** The roles that a unit takes by saying yes; only its leader can say so. */
const ROLE_KINDS: ReadonlySet<QuestionKind> = new Set(['HOST', 'RECEIVE', 'BENEFIT']);

/** Whether the answer binds the unit, so that only its leader gives it, and with yes or no. */
export const asksForRole = (kind: QuestionKind): boolean => ROLE_KINDS.has(kind);

export function questionWith(state: Pick<Case, 'questions'>, id: string | undefined): Question | undefined {
  return state.questions?.find((question) => question.id === id);
}

export function openQuestions({ questions = [] }: Pick<Case, 'questions'>): readonly Question[] {
  return questions.filter(({ answer }) => answer === undefined);
}

/** The newest open question of this kind. */
export const openQuestionOf = (state: Pick<Case, 'questions'>, kind: QuestionKind): Question | undefined =>
  openQuestions(state).findLast((question) => question.kind === kind);

export type AnsweredQuestion = Question & { readonly answer: QuestionAnswer };

/** The answered questions of this kind, in the order of their answers. */
export function answeredOf({ questions = [] }: Pick<Case, 'questions'>, kind: QuestionKind): AnsweredQuestion[] {
  const answered = questions.filter((it): it is AnsweredQuestion => it.kind === kind && it.answer !== undefined);
  return answered.sort((a, b) => a.answer.seq - b.answer.seq);
}

/** What a unit is for the case when it says yes. */
const PLACES: Partial<Readonly<Record<QuestionKind, Named>>> = { HOST: 'hosting', RECEIVE: 'receiving' };

export const placeOf = (kind: QuestionKind): Named | undefined => PLACES[kind];

/** The latest yes to the role that makes a unit the one of this place. */
export function latestYesFor(state: Pick<Case, 'questions'>, place: Named): AnsweredQuestion | undefined {
  const kind = (Object.keys(PLACES) as QuestionKind[]).find((it) => PLACES[it] === place);
  return kind && answeredOf(state, kind).findLast(({ answer }) => answer.answer === 'YES');
}
