import { RULE_LEVEL } from '../model/rule-context.js';
import { isDecisionHandedOver, isAwaitingAnswer } from '../model/handover-state.js';
import { refusalOf } from '../case/decide.js';
import { minimalBody, deepMerge } from './minimal-body.js';
import { gateSteps } from './gate-steps.js';
import { answerSteps, draftStep, sendStep } from './handover-steps.js';
import { candidates, actingRole } from './candidates.js';
import { objectSchema } from './proposed-step.js';
import type { Case, UserId } from '../model/case.js';
import type { Command, CommandBody } from '../model/command.js';
import type { Directory, DirectoryUser } from '../policy/directory.js';
import type { ProcessDocument } from '../process/process-document.js';
import type { Instant } from '../time.js';
import type { ProposedStep } from './proposed-step.js';

export interface NextStep extends Omit<ProposedStep, 'who' | 'persons'> {
  readonly by: readonly {
    readonly user: UserId;
    readonly name: string;
    readonly unit: string;
    readonly role: string;
  }[];
}

/** Room for all sixteen routes and what else is open; a longer list does not help a person. */
const MAX_STEPS = 32;
const MAX_PEOPLE = 3;

/** What steps are found from; `people` holds everybody's grants in the form that a command carries. */
interface StepContext {
  readonly document: ProcessDocument;
  readonly state: Case;
  readonly directory: Directory;
  readonly now: Instant;
  readonly people: Command['people'];
  /** Those who fit a rule and may read the case; many steps have the same rule. */
  readonly fitting: Map<ProposedStep['who'], readonly DirectoryUser[]>;
}

/**
 * The steps that would move the case forward, best first; never empty on an open case, always empty on a closed one.
 *
 * 1. `by[0]` is a member of staff from whom `decide` accepts the smallest body that `input` allows, now.
 * 2. Another way of an act that an earlier step is about names only `by[0]`: the people are those of the earlier step.
 * 3. A step that only has to wait has `notBefore`, and `decide` refuses it as `held` until then.
 */
export function nextSteps(document: ProcessDocument, state: Case, directory: Directory, now: Instant): NextStep[] {
  if (state.closedAt !== undefined) return [];
  const people = Object.fromEntries(directory.users.map(({ id, unit, grants }) => [id, { unit, grants }]));
  const context = { document, state, directory, now, people, fitting: new Map() };
  const acts = new Set<string>();
  return stepsOf(context)
    .slice(0, MAX_STEPS)
    .flatMap((step) => {
      const act = `${step.command} ${String(step.body['fact'] ?? step.body['item'])}`;
      const found = withPeople(context, step, acts.has(act) ? 1 : MAX_PEOPLE);
      if (found.length > 0) acts.add(act);
      return found;
    });
}

function stepsOf({ document, state, directory, now }: StepContext): ProposedStep[] {
  if (state.state === 'SUSPENDED') return [resumeStep(document)];
  const handover = state.handovers.at(-1);
  if (isAwaitingAnswer(handover)) return answerSteps(document, handover);
  if (handover?.state === 'DRAFT') return [sendStep(document)];
  const { decision } = state;
  if (!decision) return gateSteps(document, state, directory, now);
  return isDecisionHandedOver(state, decision.gate, decision.seq)
    ? [completeStep(document)]
    : [draftStep(document, state, directory)];
}

function withPeople(context: StepContext, step: ProposedStep, most: number): NextStep[] {
  const { document, state, directory } = context;
  const { who, persons, ...rest } = step;
  const eligible = persons ? directory.users.filter((user) => persons.includes(user.id)) : candidatesFor(context, who);
  const first = eligible.findIndex((user) => isAccepted(context, step, user));
  if (first < 0) return [];
  const by = eligible
    .slice(first, first + most)
    .map((user) => ({ user: user.id, name: user.name, unit: user.unit, role: actingRole(document, state, user, who) }));
  return [{ ...rest, body: { type: step.command, ...step.body }, by }];
}

function candidatesFor({ document, state, directory, fitting }: StepContext, who: ProposedStep['who']) {
  const found = fitting.get(who) ?? candidates(document, state, directory, who);
  fitting.set(who, found);
  return found;
}

function isAccepted({ document, state, now, people }: StepContext, step: ProposedStep, user: DirectoryUser): boolean {
  const body = deepMerge({ type: step.command, ...step.body }, minimalBody(step.input)) as unknown as CommandBody;
  const command = { id: 'next', hash: '', by: { user: user.id, grants: user.grants }, people, body };
  const refusal = refusalOf({ core: document, speed: 1, ruleLevel: RULE_LEVEL }, state, command, now);
  return refusal === null || (step.notBefore !== undefined && refusal.code === 'held');
}

function resumeStep(document: ProcessDocument): ProposedStep {
  return {
    command: 'resume',
    body: {},
    input: objectSchema({}),
    who: document.commands.resume?.who ?? ['owner'],
    label: { nb: 'Ta saken av vent', en: 'Resume the case' },
    why: { nb: 'Saken er på vent.', en: 'The case is suspended.' },
  };
}

function completeStep(document: ProcessDocument): ProposedStep {
  return {
    command: 'complete',
    body: {},
    input: objectSchema({}),
    who: document.commands.complete?.who ?? ['owner'],
    label: { nb: 'Fullfør saken', en: 'Complete the case' },
    why: { nb: 'Evalueringen er besluttet og overlevert.', en: 'The evaluation is decided and handed over.' },
  };
}
