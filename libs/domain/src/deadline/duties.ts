import { approvalWith } from '../model/approvals.js';
import { meetingWith, stepWith } from '../model/meetings.js';
import { questionWith } from '../model/questions.js';
import { namedInForce } from '../model/named-by-facts.js';
import { covers } from '../period.js';
import { roleAndUnitOf, unitOfPlace } from '../policy/permits.js';
import { standingYes } from '../rules/standing-yes.js';
import type { About, Case, ResolvedParty, UnitId } from '../model/case.js';
import type { GateId, Named, ProcessCore, Who } from '../process/process-document.js';
import type { QuestionKind } from '../process/question-kinds.js';
import type { LocalDate } from '../time.js';

/** What is asked to find who has a duty. */
interface DutyContext {
  readonly core: ProcessCore;
  readonly state: Case;
  /** The thing that the deadline is about. */
  readonly about?: About | undefined;
  /** The local day whose roles in the case count. */
  readonly on: LocalDate;
}

/** Who has a duty: a person where the case knows one, else whoever holds the role in the unit. */
type Holder = Omit<ResolvedParty, 'party'>;

type FindHolder = (context: DutyContext) => Holder;

/**
 * The duties that a deadline rule may name in `owedBy` and `owedTo`, besides the roles that people are granted. The document
 * says whose job something is; this table says who has that job in a case.
 */
const DUTIES: Readonly<Record<string, FindHolder>> = {
  owner: ({ state }) => person(state, 'owner', state.owner),
  deputy: ({ state }) => person(state, 'deputy', state.deputy ?? state.owner),
  contact: ({ state }) => person(state, 'contact', state.contact),
  sender: (context) => sender(context),
  receiver: (context) => receiver(context),
  manager: ({ state, about }) => roleAt('leder', handoverOf(state, about)?.from.unit ?? state.unit),
  decider: ({ core, state, about }) => firstRole(core, state, core.gates[gateOf(state, about)].decider),
  approver: (context) => approver(context),
  asked: (context) => asked(context),
  stepOwner: (context) => stepOwner(context),
  meetingPlanner: (context) => meetingPlanner(context),
  mentor: (context) =>
    named(context, 'mentor', 'mentor') ?? inCase(context, 'mentor') ?? roleAt('mentorkoordinator', context.state.unit),
  pilotLead: (context) => inCase(context, 'pilotleder') ?? person(context.state, 'owner', context.state.owner),
  procurementOfficer: (context) =>
    inCase(context, 'innkjoper', 'tilskuddsforvalter', 'kontraktsforvalter') ?? roleAt('innkjoper', context.state.unit),
  budgetHolder: (context) => leaderOf(context, 'receiving'),
  benefitOwner: (context) =>
    named(context, 'benefitOwner', 'leder') ?? leaderThatAgreed(context, 'BENEFIT') ?? leaderOf(context, 'receiving'),
  hostingLeader: (context) => leaderOf(context, 'hosting'),
  operationOwner: (context) =>
    inCase(context, 'driftsansvarlig') ?? person(context.state, 'owner', context.state.owner),
  contractManager: (context) =>
    inCase(context, 'kontraktsforvalter') ?? roleAt('kontraktsforvalter', context.state.unit),
  evaluator: (context) => inCase(context, 'evaluator') ?? roleAt('evaluator', context.state.unit),
};

/** Whether a rule may name it as whose job something is. */
export const isDuty = (role: string): boolean => Object.hasOwn(DUTIES, role);

/** Who has a duty, or who holds a granted role in the case's unit. */
export function holderOf(context: DutyContext, role: string): Holder {
  return DUTIES[role]?.(context) ?? roleAt(role, context.state.unit);
}

const person = ({ unit }: Pick<Case, 'unit'>, role: string, user: string): Holder => ({ role, unit, user });

const roleAt = (role: string, unit: UnitId): Holder => ({ role, unit });

const leaderOf = ({ core, state }: DutyContext, place: string): Holder =>
  roleAt('leder', unitOfPlace(core, state, place));

function leaderThatAgreed({ core, state }: DutyContext, kind: QuestionKind): Holder | undefined {
  const yes = standingYes(core, state, kind);
  return yes && roleAt('leder', yes.unit);
}

function firstRole(core: ProcessCore, state: Case, [first = 'leder@case']: readonly Who[]): Holder {
  const { role, unit } = roleAndUnitOf(core, state, first);
  return roleAt(role, unit ?? state.unit);
}

const gateOf = ({ gate }: Case, about: About | undefined): GateId =>
  about?.kind === 'gate' ? (about.id as GateId) : gate;

function named({ core, state }: DutyContext, what: Named, role: string): Holder | undefined {
  const user = namedInForce(core, state, what);
  return typeof user === 'string' ? person(state, role, user) : undefined;
}

/** Whoever was given one of the roles in the case last, and has it on the day. */
function inCase({ state, on }: DutyContext, ...roles: readonly string[]): Holder | undefined {
  for (const role of roles) {
    const held = state.parties?.findLast((it) => it.role === role && covers(it, on));
    if (held) return { ...person(state, role, held.party), ...(held.to !== null && { until: held.to }) };
  }
  return undefined;
}

const handoverOf = ({ handovers }: Case, about: About | undefined) =>
  about?.kind === 'handover' ? handovers.find(({ id }) => id === about.id) : undefined;

/** The sender of a handover that was accepted; until then whoever has the case. */
function sender({ state, about }: DutyContext): Holder {
  const handover = handoverOf(state, about);
  return handover?.state === 'ACCEPTED'
    ? { role: 'sender', unit: handover.from.unit, user: handover.from.person }
    : person(state, 'sender', state.owner);
}

/** The person asked, or the leader of the unit that is. */
function asked({ state, about }: DutyContext): Holder {
  const { unit = state.unit, person: user } = questionWith(state, about?.id) ?? {};
  return user === undefined ? roleAt('leder', unit) : { role: 'asked', unit, user };
}

/** Whom it was agreed with; what whoever had the case took on goes with the case. */
function stepOwner({ state, about }: DutyContext): Holder {
  const step = stepWith(state, about?.id);
  if (!step || step.withCase) return person(state, 'owner', state.owner);
  const { owner, unit = state.unit } = step;
  if ('person' in owner) return { role: 'stepOwner', unit, user: owner.person };
  return 'unit' in owner ? roleAt('leder', owner.unit) : person(state, 'owner', state.owner);
}

function meetingPlanner({ state, about }: DutyContext): Holder {
  const { planner = null, withCase } = meetingWith(state, about?.id) ?? {};
  return planner === null || withCase ? person(state, 'owner', state.owner) : person(state, 'meetingPlanner', planner);
}

/** The person who is to approve, or those who hold the role. */
function approver({ state, about }: DutyContext): Holder {
  const { unit, person: user, role } = approvalWith(state, about?.id)?.approver ?? { unit: state.unit, role: 'leder' };
  if (role === 'owner') return person(state, role, state.owner);
  return user === undefined ? roleAt(role, unit) : { role: 'approver', unit, user };
}

function receiver({ state, about }: DutyContext): Holder {
  const found = handoverOf(state, about)?.receivers[about?.place ?? 0];
  return found ? { role: 'receiver', unit: found.unit, user: found.person } : { role: 'receiver' };
}
