/** `HOST`, `RECEIVE` and `BENEFIT` ask a unit to take a role, `LEGAL` asks for a legal clarification, `QUESTION` for advice. */
export const QUESTION_KINDS = ['QUESTION', 'HOST', 'RECEIVE', 'BENEFIT', 'LEGAL'] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];
