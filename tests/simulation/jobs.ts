import { usersWithRole } from '#domain/people/directory-lookup.js';
import { unitOfPlace } from '#domain/policy/permits.js';
import { latestNamed } from '#domain/model/named-by-facts.js';
import { collaboration } from '#processes/collaboration/document.js';
import { peopleInRole } from '#domain/people/duty-holders.js';
import type { Case, Deadline, UserId } from '#domain/model/case.js';
import type { LocalDate } from '#domain/time.js';
import { demoDirectory } from '#support/simulated-case.js';
import type { Directory } from '#domain/policy/directory.js';

/** Whose job it is in a municipality, whatever the product says. Acts that are not here are the case handler's. */
const JOBS = {
  mentorCoordinator: ['mentorMatched'],
  mentor: ['sessionLogged', 'midwayCheckHeld'],
  pilotLead: [
    'pilotStarted',
    'baselineRecorded',
    'pilotStatusReported',
    'midwayReviewed',
    'pilotEnded',
    'pilotReportDelivered',
  ],
  procurementOfficer: [
    'marketDialogueHeld',
    'documentsReady',
    'noticePublished',
    'tendersEvaluated',
    'awardNotified',
    'agreementSigned',
    'routeMemoApproved',
    'kofaStatusGiven',
    'kofaAnswered',
  ],
  operationOwner: [
    'operationStartMeetingHeld',
    'operationReviewed',
    'quarterlyMeetingHeld',
    'professionalCheckpointHeld',
    'dataPointRecorded',
    'deviationAnswered',
  ],
  hostingLeader: ['officeEnded'],
  benefitOwner: ['afterCheckDone'],
  contractManager: ['optionDecided', 'agreementEnded', 'riskReviewed'],
  evaluator: ['evaluationReportDelivered', 'evaluationPlanned'],
  receivingLeader: ['budgetInputSent', 'budgetConfirmed'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

type Job = keyof typeof JOBS;

const jobOfFact = new Map<string, Job>(
  (Object.entries(JOBS) as [Job, readonly string[]][]).flatMap(([job, facts]) => facts.map((fact) => [fact, job])),
);

/** Who buys, by the route: a tender, a grant, or under an agreement that is there already. */
const BUYERS = ['procurementOfficer', 'grantManager', 'contractManager'];

/** The person whose job a fact is; null when it is the case handler's. */
export function whoseJob(state: Case, directory: Directory, fact: string): UserId | null {
  const job = jobOfFact.get(fact);
  return job === undefined ? null : holderOf(state, directory, job);
}

function holderOf(state: Case, directory: Directory, job: Job): UserId | null {
  switch (job) {
    case 'mentor': {
      const mentor = latestNamed(collaboration, state, 'mentor');
      return typeof mentor === 'string' ? mentor : holderOf(state, directory, 'mentorCoordinator');
    }
    case 'mentorCoordinator':
      return roleHolder(directory, 'mentorkoordinator', state.unit);
    case 'pilotLead':
      return accepted(state, directory, 'pilotLead');
    case 'procurementOfficer':
      return (
        BUYERS.map((capacity) => accepted(state, directory, capacity)).find((it) => it !== null) ??
        roleHolder(directory, 'innkjoper', state.unit)
      );
    case 'operationOwner':
      return accepted(state, directory, 'operationOwner');
    case 'contractManager':
      return accepted(state, directory, 'contractManager') ?? roleHolder(directory, 'kontraktsforvalter', state.unit);
    case 'evaluator':
      return accepted(state, directory, 'evaluator') ?? roleHolder(directory, 'evaluator', state.unit);
    case 'hostingLeader':
      return roleHolder(directory, 'leder', unitOfPlace(collaboration, state, 'hosting'));
    case 'benefitOwner':
    case 'receivingLeader':
      return roleHolder(directory, 'leder', unitOfPlace(collaboration, state, 'receiving'));
  }
}

/** Whoever last accepted the case in that capacity and still works here. */
function accepted(state: Case, directory: Directory, capacity: string): UserId | null {
  const took = state.handovers
    .filter((it) => it.state === 'ACCEPTED')
    .flatMap(({ receivers }) => receivers.filter(({ capacities }) => capacities?.includes(capacity)))
    .map(({ person }) => person);
  const isHere = (person: UserId): boolean => directory.users.some(({ id, left }) => id === person && left !== true);
  return took.findLast(isHere) ?? null;
}

function roleHolder(directory: Directory, role: string, unit: string): UserId | null {
  const holders = usersWithRole(directory, role, unit);
  return (holders.find((user) => user.unit === unit) ?? holders[0])?.id ?? null;
}

/** Who owes a debt, by whose-turn.md 2 and 3: one person, or those who hold a role. */
export function whoOwes(
  state: Case,
  directory: Directory,
  { kind, basis }: Deadline,
  on: LocalDate,
): readonly UserId[] {
  const handover = state.handovers.find(({ id }) => id === basis.about?.id);
  const inRole = (role: string, unit: string): readonly UserId[] =>
    peopleInRole(directory, role, unit, on).map(({ id }) => id);
  switch (kind) {
    case 'handover.acknowledge':
    case 'handover.answer':
    case 'handover.answerAgain':
      return [handover?.receivers[basis.about?.place ?? 0]?.person ?? state.owner];
    case 'handover.choice':
      return inRole('leder', handover?.from.unit ?? state.unit);
    case 'escalation.choice':
    case 'escalation.decide':
      return inRole('leder', state.unit);
    case 'gate.decide':
    case 'pilot.decision':
    case 'pilot.extension':
    case 'evaluation.decision':
      return inRole(...deciderOf(state));
    case 'question.answer':
      return askedOf(
        state.questions?.find(({ id }) => id === basis.about?.id),
        inRole,
      );
    case 'approval.answer':
      return askedOf(state.approvals?.find(({ id }) => id === basis.about?.id)?.approver, inRole);
    case 'moreTime.answer':
      return [state.owner];
    case 'meeting.outcome': {
      const meeting = state.meetings?.find(({ id }) => id === basis.about?.id);
      return [(meeting?.withCase ? undefined : meeting?.planner) ?? state.owner];
    }
    case 'meeting.step': {
      const step = state.meetings?.flatMap(({ steps }) => steps).find(({ id }) => id === basis.about?.id);
      if (step && 'unit' in step.owner) return inRole('leder', step.owner.unit);
      return [step && 'person' in step.owner && !step.withCase ? step.owner.person : state.owner];
    }
    case 'meeting.herStep':
    case 'information.answer':
    case 'information.dormancy':
      return state.entrepreneur === null ? [] : [state.entrepreneur];
    default:
      return whoDoes(state, directory, kind);
  }
}

function whoDoes(state: Case, directory: Directory, kind: string): readonly UserId[] {
  const facts = (collaboration.deadlines[kind]?.ends ?? []).flatMap((end) =>
    end.startsWith('fact:') ? [end.slice('fact:'.length)] : [],
  );
  const job = facts.map((fact) => jobOfFact.get(fact)).find((found) => found !== undefined);
  // Whoever has left has it until it is given to another; a leader sees to it meanwhile.
  const holder = job === undefined ? null : holderOf(state, { ...directory, users: demoDirectory.users }, job);
  return [holder ?? state.owner];
}

/** design.md 7: who decides at a gate, and in which unit. */
function deciderOf(state: Case): [role: string, unit: string] {
  const unitOf = (place: string): string => unitOfPlace(collaboration, state, place);
  switch (state.gate) {
    case 'G1':
      return ['leder', unitOf('interested')];
    case 'G2':
      return ['leder', unitOf('hosting')];
    case 'G5':
    case 'G6':
      return ['leder', unitOf('receiving')];
    case 'G3':
    case 'G4':
    case 'G7':
      return ['kommunalsjef', state.unit];
  }
}

function askedOf(
  asked: { readonly unit: string; readonly person?: UserId } | undefined,
  inRole: (role: string, unit: string) => readonly UserId[],
): readonly UserId[] {
  if (asked === undefined) return [];
  return asked.person === undefined ? inRole('leder', asked.unit) : [asked.person];
}
