import type { Case, Question, QuestionKind } from './case.js';

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
