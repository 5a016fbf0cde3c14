import { osloDateOf } from '../calendar/oslo-time.js';
import { nextWorkingDay } from '../calendar/working-days.js';
import { isOwed } from '../deadline/owed.js';
import { openApprovals } from '../model/approvals.js';
import { isOpenRequest, itemsIn } from '../model/information.js';
import { openQuestions } from '../model/questions.js';
import { MANAGER_ROLES } from '../policy/permits.js';
import { DUTY_ROLES, PARTICIPANT_ROLES, isOutsideRole } from '../policy/roles.js';
import { draftAct, wayActs } from './carrying-acts.js';
import { MEETING_BODIES } from './meeting-steps.js';
import { minimalBody, deepMerge } from './minimal-body.js';
import { stepsOfAct } from './steps-of-act.js';
import type { Case } from '../model/case.js';
import type { InformationState } from '../model/information.js';
import type { Instant } from '../time.js';
import type { Actor, CommandBodies, CommandType } from '../model/command.js';
import type { Act } from './act.js';
import type { StepContext } from './steps-of-act.js';

interface CallerContext extends StepContext {
  readonly actor: Actor;
}

type Bodies = Iterable<Readonly<Record<string, unknown>>>;

type Tried = (context: CallerContext) => Bodies;

/** Commands whose body has a field that must be filled in; the others are tried with an empty body. */
type WithRequiredField = {
  [T in CommandType]: Record<never, never> extends CommandBodies[T] ? never : T;
}[CommandType];

/** Text of a body that is only tried. */
const TEXT = 'text';

/**
 * The smallest bodies of each command in this case, the likeliest first: `actions` tries them. Where a command is about one of
 * several things, or a choice, there is one for each.
 */
const BODIES: { readonly [T in WithRequiredField]: Tried } = {
  assignOwner: (context) => [
    ...inputs(context, { command: 'assignOwner', body: {}, who: [] }, 'owner'),
    ...(context.actor.user === context.state.owner ? [] : [{ owner: context.actor.user }]),
  ],
  nameDeputy: (context) => inputs(context, { command: 'nameDeputy', body: {}, who: [] }, 'deputy'),
  changeContact: (context) => inputs(context, { command: 'changeContact', body: {}, who: [] }, 'contact'),
  addParty: function* ({ directory }) {
    for (const role of PARTICIPANT_ROLES) {
      const party = directory.users.find(({ staff }) => staff !== isOutsideRole(role))?.id;
      if (party !== undefined) yield { party, role };
    }
  },
  assignRole: function* ({ directory }) {
    for (const role of DUTY_ROLES) {
      const person = directory.users.find(({ grants }) => grants.some((grant) => grant.role === role))?.id;
      if (person !== undefined) yield { role, person };
    }
  },
  endParty: ({ state }) => (state.parties ?? []).map(({ party, role }) => ({ party, role })),
  registerFact: function* (context) {
    for (const fact of Object.keys(context.document.facts))
      yield* stepBodies(context, { command: 'registerFact', body: { fact }, who: [] });
  },
  correctFact: ({ state }) => factsInForce(state).map((event) => ({ event, reason: TEXT })),
  retractFact: ({ state }) => factsInForce(state).map((event) => ({ event, reason: TEXT })),
  tickItem: ({ document, state }) => document.gates[state.gate].items.map((item) => ({ item, reference: TEXT })),
  waiveItem: ({ document, state }) => document.gates[state.gate].items.map((item) => ({ item, reason: TEXT })),
  decideGate: function* (context) {
    for (const act of wayActs(context.document, context.state)) yield* stepBodies(context, act);
  },
  askDecision: () => [{ note: TEXT }],
  draftHandover: (context) => [
    ...stepBodies(context, draftAct(context.document, context.state)),
    ...context.directory.users
      .filter(({ staff, unit }) => staff && unit !== context.state.unit)
      .slice(0, 2)
      .map(({ id: person, unit }) => ({ purpose: 'TRANSFER', receivers: [{ unit, person }], package: TEXT })),
  ],
  returnHandover: () => [{ gaps: TEXT }],
  declineHandover: () => [{ reason: TEXT, alternative: TEXT }],
  withdrawHandover: () => [{ reason: TEXT }],
  askUnit: ({ directory, now }) =>
    directory.units.slice(0, 1).map(({ id: unit }) => ({
      unit,
      kind: 'QUESTION',
      question: TEXT,
      answerBy: nextWorkingDay(osloDateOf(now)),
    })),
  answerQuestion: ({ state }) =>
    openQuestions(state).flatMap(({ id: question }) => [
      { question, answer: 'YES' },
      { question, answer: 'TEXT', text: TEXT },
    ]),
  redirectQuestion: ({ state, directory }) =>
    openQuestions(state).flatMap(({ id: question, unit: asked }) =>
      directory.units
        .filter(({ id }) => id !== asked)
        .slice(0, 1)
        .map(({ id: unit }) => ({ question, unit, reason: TEXT })),
    ),
  requestInformation: () => [{ what: [TEXT] }],
  giveInformation: ({ state }) =>
    askedItems(state, 'ASKED', 'RETURNED', 'GIVEN').map((asked) => ({ ...asked, text: TEXT })),
  acceptInformation: ({ state }) => askedItems(state, 'GIVEN'),
  returnInformation: ({ state }) => askedItems(state, 'GIVEN').map((asked) => ({ ...asked, missing: TEXT })),
  withdrawInformationRequest: ({ state: { information = [] } }) =>
    information.filter(isOpenRequest).map(({ id: request }) => ({ request, reason: TEXT })),
  ...MEETING_BODIES,
  actOn: ({ state }) => state.deadlines.filter(isOwed).map(({ id }) => ({ deadline: id, act: 'NUDGE' })),
  askMoreTime: ({ state, now }) => laterDates(state, now),
  takeDebt: ({ state }) => state.deadlines.filter(isOwed).map(({ id }) => ({ deadline: id })),
  answerApproval: ({ state }) =>
    openApprovals(state).map(({ id: approval }) => ({ approval, yes: false, reason: TEXT })),
  resolveLapsed: (context) => [
    { choice: 'TAKE_BACK', reason: TEXT },
    { choice: 'STOP', reason: TEXT },
    { choice: 'EXTEND', until: nextWorkingDay(osloDateOf(context.now)), reason: TEXT },
  ],
  chooseEscalated: ({ state, now }) =>
    state.deadlines
      .filter((it) => it.effect === 'LEGAL' && it.state === 'BREACHED' && isOwed(it))
      .map(({ id: deadline }) => ({
        deadline,
        choice: 'EXTEND',
        until: nextWorkingDay(osloDateOf(now)),
        reason: TEXT,
      })),
  suspend: ({ directory, now }) =>
    directory.users
      .filter(({ grants }) => grants.some(({ role }) => MANAGER_ROLES.includes(role)))
      .map(({ id }) => ({ reason: TEXT, resumeOn: nextWorkingDay(osloDateOf(now)), approvedBy: id })),
  reject: () => [{ reason: TEXT, advice: TEXT, individualDecision: false }],
  refer: () => [{ to: TEXT, reason: TEXT }],
  withdraw: () => [{ reason: TEXT }],
  stop: () => [{ reason: TEXT }],
  reopen: () => [{ reason: TEXT }],
  extend: ({ state, now }) => laterDates(state, now),
};

/** @returns bodies of a command; those of another type are never asked for, hence the cast. */
export function smallestBodies<T extends CommandType>(context: CallerContext, type: T): Iterable<CommandBodies[T]> {
  const tried: Tried | undefined = (BODIES as Partial<Record<CommandType, Tried>>)[type];
  return (tried?.(context) ?? [{}]) as unknown as Iterable<CommandBodies[T]>;
}

function* stepBodies(context: CallerContext, act: Act): Bodies {
  for (const { body, input } of stepsOfAct(context, act)) yield deepMerge(body, minimalBody(input));
}

/** One body for every person whom the step's schema admits in a field. */
function* inputs(context: CallerContext, act: Act, field: string): Bodies {
  for (const { body, input } of stepsOfAct(context, act)) {
    const people = input.properties[field]?.['enum'] as readonly string[] | undefined;
    for (const person of people ?? []) yield deepMerge(deepMerge(body, minimalBody(input)), { [field]: person });
  }
}

/** Each debt with a later date. */
const laterDates = ({ deadlines }: Case, now: Instant) =>
  deadlines.filter(isOwed).map(({ id, dueOn }) => {
    const today = osloDateOf(now);
    return { deadline: id, until: nextWorkingDay(dueOn > today ? dueOn : today), reason: TEXT };
  });

const askedItems = ({ information = [] }: Case, ...states: readonly InformationState[]) =>
  information
    .filter(isOpenRequest)
    .flatMap((request) => itemsIn(request, ...states).map((item) => ({ request: request.id, item })));

const factsInForce = ({ facts }: Case): number[] =>
  facts.filter(({ retracted }) => !retracted).map(({ seq, revisionSeqs }) => revisionSeqs.at(-1) ?? seq);
