import { refusalOf } from '../../case/decide.js';
import { openApprovals } from '../../model/approvals.js';
import { isOpenRequest, itemsIn } from '../../model/information.js';
import { openSteps, plannedMeetings } from '../../model/meetings.js';
import { openQuestions } from '../../model/questions.js';
import { LAPSED_CHOICES } from '../../model/manager-choice.js';
import { RULE_LEVEL } from '../../model/rule-context.js';
import { QUESTION_KINDS } from '../../process/question-kinds.js';
import { deepMerge, minimalBody } from '../minimal-body.js';
import { approvalActs, questionActs } from '../question-acts.js';
import { stepsOfAct } from '../steps-of-act.js';
import { peopleOf } from '../who/command-people.js';
import { FORM_ROWS, holdUnplanned } from './form-inputs.js';
import type { Actor, CommandBody, CommandType } from '../../model/command.js';
import type { Act } from '../act.js';
import type { ProposedStep } from '../proposed-step.js';
import type { StepContext } from '../steps-of-act.js';

/** What somebody may fill in and send, whether or not anybody waits for it. */
export type CaseForm = Pick<ProposedStep, 'command' | 'body' | 'input' | 'label' | 'notBefore'>;

type Bare = Pick<Act, 'command' | 'body'>;

/**
 * The forms of questions, information, meetings, approvals and answers to handovers that this person may send now. The case itself is
 * asked: a form is there when its smallest body is accepted.
 */
export function caseForms(context: StepContext, actor: Actor): CaseForm[] {
  const people = peopleOf(context.directory);
  const isTaken = ({ command, body, input }: CaseForm): boolean => {
    const whole = deepMerge({ type: command, ...body }, minimalBody(input)) as unknown as CommandBody;
    const ctx = { core: context.document, speed: 1, ruleLevel: RULE_LEVEL };
    const given = { id: 'forms', hash: '', by: actor, people, body: whole };
    return refusalOf(ctx, context.state, given, context.now) === null;
  };
  return [
    ...steps(context).filter(isTaken),
    ...rows(context).filter(isTaken),
    ...meetingsOfKinds(context, isTaken),
  ].map(({ command, body, input, label, notBefore }) => ({
    command,
    body: { type: command, ...body },
    input,
    label,
    ...(notBefore !== undefined && { notBefore }),
  }));
}

/** Forms that steps have too. */
function steps(context: StepContext): CaseForm[] {
  const { document, state } = context;
  const acts: readonly Act[] = [
    ...QUESTION_KINDS.map((kind) => ({ command: 'askUnit', body: { kind }, who: [] })),
    ...openQuestions(state).flatMap(({ id }) => questionActs(state, { kind: 'question', id })),
    ...openApprovals(state).flatMap(({ id }) => approvalActs(state, { kind: 'approval', id })),
    ...(state.information ?? []).filter(isOpenRequest).flatMap((request) =>
      itemsIn(request, 'GIVEN').flatMap((item) =>
        ['acceptInformation', 'returnInformation'].map((command) => ({
          command,
          body: { request: request.id, item },
          who: document.commands[command as CommandType]?.who ?? [],
        })),
      ),
    ),
    ...plannedMeetings(state).flatMap(({ id: meeting }) =>
      ['holdMeeting', 'cancelMeeting'].map((command) => ({ command, body: { meeting }, who: [] })),
    ),
    ...openSteps(state).map(({ id: step }) => ({ command: 'completeNextStep', body: { step }, who: [] })),
    { command: 'acknowledgeHandover', body: {}, who: [] },
    ...(state.handovers.at(-1)?.state === 'LAPSED'
      ? LAPSED_CHOICES.map((choice) => ({ command: 'resolveLapsed', body: { choice }, who: [] }))
      : []),
  ];
  return acts.flatMap((act) => stepsOfAct(context, act));
}

/** Forms that only stand here. */
function rows(context: StepContext): CaseForm[] {
  const { state } = context;
  const bodies: readonly Bare[] = [
    ...openQuestions(state).map(({ id: question }) => ({ command: 'redirectQuestion', body: { question } })),
    { command: 'requestInformation', body: {} },
    ...(state.information ?? [])
      .filter(isOpenRequest)
      .map(({ id: request }) => ({ command: 'withdrawInformationRequest', body: { request } })),
    ...plannedMeetings(state).map(({ id: meeting }) => ({ command: 'moveMeeting', body: { meeting } })),
    ...(state.meetings ?? [])
      .filter(({ held }) => held)
      .map(({ id: meeting }) => ({ command: 'correctMeeting', body: { meeting } })),
    ...openSteps(state).map(({ id: step }) => ({ command: 'withdrawNextStep', body: { step } })),
    ...['acceptHandover', 'returnHandover', 'declineHandover', 'withdrawHandover'].map((command) => ({
      command,
      body: {},
    })),
  ];
  return bodies.flatMap((bare) => rowForm(context, bare) ?? []);
}

function rowForm(context: StepContext, { command, body }: Bare): CaseForm | undefined {
  const row = FORM_ROWS[command as CommandType];
  return row && { command, body, label: row.label, input: row.input(context, body) };
}

/** Planning a meeting, and telling of one that nobody planned, of the kinds that the case takes now. */
function meetingsOfKinds(context: StepContext, isTaken: (form: CaseForm) => boolean): CaseForm[] {
  const kinds = Object.keys(context.document.meetings);
  const planned = (template: readonly string[]): CaseForm[] => {
    const form = rowForm(context, { command: 'planMeeting', body: { template } });
    return form ? [{ ...form, body: {} }] : [];
  };
  const held = (template: readonly string[]): CaseForm[] => [
    {
      command: 'holdMeeting',
      body: {},
      label: { nb: 'Registrer et møte som er holdt', en: 'Register a meeting that was held' },
      input: holdUnplanned(context, template),
    },
  ];
  return [planned, held].flatMap((form) => {
    const taken = kinds.filter((kind) => form([kind]).some(isTaken));
    return taken.length > 0 ? form(taken) : [];
  });
}
