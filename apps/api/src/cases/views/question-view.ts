import type { Asked, Question, QuestionAnswer } from '#domain/model/asked.js';
import { isAsked } from '#domain/policy/permits.js';
import type { QuestionView } from '#contracts/http/cases/question.js';
import { personView, unitName } from '../../people/person-view.js';
import { proofViews } from '../proof/shown-proof.js';
import type { CaseContext } from './case-context.js';

/** The questions of a case; none for whoever may not see what is internal. */
export function questionViews(context: CaseContext): QuestionView[] {
  const { state, reads } = context;
  return reads.has('internal') ? (state.questions ?? []).map((question) => questionView(question, context)) : [];
}

function questionView(question: Question, context: CaseContext): QuestionView {
  const { id, kind, text, answerBy, askedAt, from, redirected, answer } = question;
  return {
    id,
    kind,
    ...askedView(question, context),
    question: textOf(context, text),
    answerBy,
    askedAt,
    askedBy: { id: from.person, name: personView(context.directory, from.person).name, unit: from.unit },
    ...(redirected && {
      redirected: { from: askedView(redirected.from, context), reason: textOf(context, redirected.reason) },
    }),
    ...(answer && { answer: answerView(answer, context) }),
    mine: answer === undefined && isAsked(context.actor, question),
  };
}

function answerView({ answer, at, by, conditions, text, proof }: QuestionAnswer, context: CaseContext) {
  const shown = proofViews(context.proof, proof);
  return {
    answer,
    at,
    by: by === null ? null : { id: by, name: personView(context.directory, by).name },
    ...(conditions !== undefined && { conditions: textOf(context, conditions) }),
    ...(text !== undefined && { text: textOf(context, text) }),
    ...(shown && { proof: shown }),
  };
}

function askedView({ unit, person }: Asked, { directory }: CaseContext) {
  const inUnit = { unit, unitName: unitName(directory, unit) };
  return person === undefined ? inUnit : { ...inUnit, person, personName: personView(directory, person).name };
}

function textOf({ texts }: CaseContext, key: string): string {
  const text = texts.get(key);
  return typeof text === 'string' ? text : '';
}
