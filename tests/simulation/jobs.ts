import { usersWithRole } from '#domain/people/directory-lookup.js';
import { unitOfPlace } from '#domain/policy/permits.js';
import { latestNamed } from '#domain/model/named-by-facts.js';
import { collaboration } from '#processes/collaboration/document.js';
import type { Case, UserId } from '#domain/model/case.js';
import type { Directory } from '#domain/policy/directory.js';

/** Whose job it is in a municipality, whatever the product says. Acts that are not here are the case handler's. */
const JOBS = {
  mentorCoordinator: ['mentorMatched'],
  mentor: ['sessionLogged', 'midwayCheckHeld'],
  pilotLead: ['pilotStarted', 'pilotStatusReported', 'midwayReviewed', 'pilotEnded', 'pilotReportDelivered'],
  procurementOfficer: [
    'marketDialogueHeld',
    'documentsReady',
    'noticePublished',
    'tendersEvaluated',
    'awardNotified',
    'agreementSigned',
    'agreementRegistered',
  ],
  operationOwner: ['operationStartMeetingHeld', 'operationReviewed', 'quarterlyMeetingHeld', 'dataPointRecorded'],
  contractManager: ['optionDecided', 'agreementEnded', 'riskReviewed'],
  evaluator: ['evaluationReportDelivered', 'evaluationPlanned'],
  receivingLeader: ['budgetInputSent', 'budgetConfirmed'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

type Job = keyof typeof JOBS;

const jobOfFact = new Map<string, Job>(
  (Object.entries(JOBS) as [Job, readonly string[]][]).flatMap(([job, facts]) => facts.map((fact) => [fact, job])),
);

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
      return accepted(state, directory, 'pilotleder');
    case 'procurementOfficer':
      return accepted(state, directory, 'innkjoper') ?? roleHolder(directory, 'innkjoper', state.unit);
    case 'operationOwner':
      return accepted(state, directory, 'driftsansvarlig');
    case 'contractManager':
      return accepted(state, directory, 'kontraktsforvalter');
    case 'evaluator':
      return accepted(state, directory, 'evaluator') ?? roleHolder(directory, 'evaluator', state.unit);
    case 'receivingLeader':
      return roleHolder(directory, 'leder', unitOfPlace(collaboration, state, 'receiving'));
  }
}

/** Whoever last accepted the case in that capacity and still works here. */
function accepted(state: Case, directory: Directory, role: string): UserId | null {
  const took = state.handovers
    .filter((it) => it.state === 'ACCEPTED')
    .flatMap(({ receivers }) => receivers)
    .map(({ person }) => person);
  const holds = (person: UserId): boolean =>
    directory.users.some(({ id, grants }) => id === person && grants.some((grant) => grant.role === role));
  return took.findLast(holds) ?? null;
}

function roleHolder(directory: Directory, role: string, unit: string): UserId | null {
  const holders = usersWithRole(directory, role, unit);
  return (holders.find((user) => user.unit === unit) ?? holders[0])?.id ?? null;
}
