import { informationWith, itemsIn } from '../model/information.js';
import { approvalWith } from '../model/approvals.js';
import { asksForRole, openQuestionOf, questionWith } from '../model/questions.js';
import type { About, Case } from '../model/case.js';
import type { Answer, Question } from '../model/asked.js';
import type { ProcessCore } from '../process/process-document.js';
import type { QuestionKind } from '../process/question-kinds.js';
import type { Act } from './act.js';

/** What makes a unit take a role: it is asked, and answers. */
export function roleActs(core: ProcessCore, state: Case, kind: QuestionKind): Act[] {
  const open = openQuestionOf(state, kind);
  if (open) return answerActs(open);
  return [{ command: 'askUnit', body: { kind }, who: core.commands.askUnit?.who ?? ['owner'] }];
}

/** What answers the question that a debt is about. */
export function questionActs(state: Case, about: About | undefined): Act[] {
  const question = questionWith(state, about?.id);
  return question && !question.answer ? answerActs(question) : [];
}

/** What answers the approval that a debt is about. */
export function approvalActs(state: Case, about: About | undefined): Act[] {
  const approval = approvalWith(state, about?.id);
  if (!approval || approval.answer) return [];
  return [true, false].map((yes) => ({
    command: 'answerApproval',
    body: { approval: approval.id, yes },
    who: [`approver:${approval.id}`],
  }));
}

/** Each thing that the entrepreneur is still to send. */
export function informationActs(core: ProcessCore, state: Case, about: About | undefined): Act[] {
  const request = informationWith(state, about?.id);
  if (!request) return [];
  return itemsIn(request, 'ASKED', 'RETURNED').map((item) => itemAct(core, 'giveInformation', request.id, item));
}

/** Each thing that she has sent is accepted or sent back. */
export function reviewActs(core: ProcessCore, state: Case, about: About | undefined): Act[] {
  const request = informationWith(state, about?.id);
  if (!request) return [];
  return itemsIn(request, 'GIVEN').flatMap((item) => [
    itemAct(core, 'acceptInformation', request.id, item),
    itemAct(core, 'returnInformation', request.id, item),
  ]);
}

const itemAct = (core: ProcessCore, command: string, request: string, item: number): Act => ({
  command,
  body: { request, item },
  who: core.commands[command]?.who ?? ['owner'],
});

function answerActs({ id, kind, person }: Question): Act[] {
  const answers: readonly Answer[] = asksForRole(kind) ? ['YES', 'NO'] : ['TEXT'];
  return answers.map((answer) => ({
    command: 'answerQuestion',
    body: { question: id, answer },
    who: [`asked:${id}`],
    ...(person !== undefined && { persons: [person] }),
  }));
}
