import type { Question } from '../model/asked.js';
import type { CaseEvent } from '../model/events.js';

type QuestionEvent = Extract<CaseEvent, { type: 'unitAsked' | 'questionAnswered' | 'questionRedirected' }>;

/** Questions after an event; none is removed. */
export function evolveQuestions(before: readonly Question[] = [], event: QuestionEvent): readonly Question[] {
  if (event.type === 'unitAsked') {
    const { question: id, ...asked } = event.data;
    return [...before, { id, ...asked, askedAt: event.at }];
  }
  const { question: id } = event.data;
  return before.map((question) => (question.id === id ? changed(question, event) : question));
}

function changed(question: Question, event: Exclude<QuestionEvent, { type: 'unitAsked' }>): Question {
  if (event.type === 'questionAnswered') {
    const { question: _id, ...answer } = event.data;
    return { ...question, answer: { ...answer, at: event.at, seq: event.seq, by: event.by } };
  }
  const { unit, person, from, reason } = event.data;
  const { person: _before, ...rest } = question;
  return { ...rest, unit, ...(person !== undefined && { person }), redirected: { from, by: event.by, reason } };
}
