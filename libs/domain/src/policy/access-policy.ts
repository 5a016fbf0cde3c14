import { asksForRole } from '../model/questions.js';
import { unitsOfSteps, peopleOfSteps } from '../model/meetings.js';
import { isUnsent } from '../model/handover-state.js';
import { currentReceivers } from './permits.js';
import { EVALUATION_GROUP } from './roles.js';
import type { Case, Handover, UnitId, UserId } from '../model/case.js';
import type { Actor } from '../model/command.js';
import type { Aspect } from '../process/process-document.js';

/** One relation that a person may have to a case, and what it gives. */
export interface AccessRule {
  readonly relation: string;
  /** The rule applies where `caseTokens` and `actorTokens` have a token in common. */
  readonly caseTokens: (state: Case) => readonly string[];
  readonly actorTokens: (actor: Actor) => readonly string[];
  readonly reads: readonly Aspect[];
  /** Whether the person may do what the case's process version permits; else only read, whatever it permits. */
  readonly mayAct: boolean;
}

const ALL_ASPECTS: readonly Aspect[] = ['shared', 'internal', 'impartiality', 'tender'];
const INTERNAL_ASPECTS: readonly Aspect[] = ['shared', 'internal'];
/** Those who do the work of a unit. */
const UNIT_STAFF: readonly string[] = ['saksbehandler', 'leder', 'kommunalsjef'];

/**
 * Who may read and do what in a case. Lists in SQL, single cases, fields, commands and offered actions all derive from
 * these rules; a person gets the union of the rules that apply.
 */
export const POLICY: readonly AccessRule[] = [
  forNamedUsers('owner', ({ owner }) => [owner], ALL_ASPECTS),
  forNamedUsers('deputy', ({ deputy }) => (deputy === null ? [] : [deputy]), ALL_ASPECTS),
  forUnitRoles('manager', ['leder', 'kommunalsjef'], 'lead', ({ unit }) => [unit], ALL_ASPECTS),
  forNamedUsers('receiver', currentReceivers, ['shared', 'internal', 'tender']),
  forNamedUsers('asked', ({ questions = [] }) => questions.flatMap(({ person }) => person ?? []), INTERNAL_ASPECTS),
  forNamedUsers('debtHolder', ({ deadlines }) => deadlines.flatMap(({ heldBy }) => heldBy ?? []), INTERNAL_ASPECTS),
  forNamedUsers('stepOwner', peopleOfSteps, INTERNAL_ASPECTS),
  forNamedUsers(
    'approver',
    ({ approvals = [] }) => approvals.flatMap(({ approver }) => approver.person ?? []),
    INTERNAL_ASPECTS,
  ),
  forUnitRoles(
    'askedLeader',
    ['leder', 'kommunalsjef'],
    'asked',
    ({ questions = [] }) => questions.map(({ unit }) => unit),
    INTERNAL_ASPECTS,
  ),
  forUnitRoles('stepLeader', ['leder', 'kommunalsjef'], 'agreed', unitsOfSteps, INTERNAL_ASPECTS),
  forNamedUsers('contact', ({ contact }) => [contact], INTERNAL_ASPECTS),
  forNamedUsers(
    'formerOwnerOrReceiver',
    ({ handovers }) => handovers.flatMap((it) => [it.from.person, ...sentReceivers(it)]),
    INTERNAL_ASPECTS,
  ),
  forNamedUsers('assigned', (state) => namedInFacts(state, 'mentor', 'person'), INTERNAL_ASPECTS),
  forUnitRoles('unit', UNIT_STAFF, 'unit', unitsOf, INTERNAL_ASPECTS),
  {
    relation: 'frontLine',
    caseTokens: ({ phase }) => (phase === 'FIRST_CONTACT' ? ['role:mottak'] : []),
    actorTokens: tokenForRoles(['mottak'], 'role:mottak'),
    reads: INTERNAL_ASPECTS,
    mayAct: true,
  },
  forRolesEverywhere('buyer', ['innkjoper', 'kontraktsforvalter', 'tilskuddsforvalter'], ALL_ASPECTS),
  forRolesEverywhere('lawyer', ['jurist'], ALL_ASPECTS),
  forRolesEverywhere(
    'specialist',
    ['mentorkoordinator', 'gevinstansvarlig', 'evaluator', 'personvern'],
    INTERNAL_ASPECTS,
  ),
  forRolesEverywhere('oversight', ['kommunedirektor', 'controller'], ALL_ASPECTS),
  forRolesEverywhere('administrator', ['admin'], INTERNAL_ASPECTS),
  {
    relation: 'drafting',
    caseTokens: draftTokens,
    actorTokens: ({ user, standsInFor = [], grants }) => [
      ...[user, ...standsInFor].map((it) => `draft:user:${it}`),
      ...grants.flatMap(({ role, unit, borrowed }) =>
        UNIT_STAFF.includes(role) && !borrowed ? [`draft:unit:${unit}`] : [],
      ),
      ...(grants.some(({ role }) => role === 'kommunedirektor') ? ['draft:all'] : []),
    ],
    reads: [...INTERNAL_ASPECTS, 'draft'],
    mayAct: true,
  },
  {
    relation: 'entrepreneur',
    caseTokens: ({ id, organisation }) => [`case:${id}`, ...(organisation === null ? [] : [`org:${organisation}`])],
    actorTokens: ({ speaksFor = [] }) => speaksFor,
    reads: ['shared'],
    mayAct: true,
  },
  forCaseRoles('adviser', ['radgiver', 'eier'], ['shared'], false),
  forCaseRoles('partner', ['utviklingspartner'], ['shared'], true),
  forCaseRoles('referrer', ['henviser'], [], false),
  forCaseRoles('tenderEvaluator', [EVALUATION_GROUP, 'innkjoper', 'jurist', 'klageorgan'], ALL_ASPECTS, true),
  forCaseRoles(
    'team',
    [
      'saksbehandler',
      'leder',
      'mentor',
      'pilotleder',
      'driftsansvarlig',
      'kontraktsforvalter',
      'tilskuddsforvalter',
      'evaluator',
    ],
    INTERNAL_ASPECTS,
    true,
  ),
];

/** People whom the case names, and their substitutes. */
function forNamedUsers(
  relation: string,
  who: (state: Case) => readonly UserId[],
  reads: readonly Aspect[],
): AccessRule {
  return {
    relation,
    caseTokens: (state) => who(state).map((user) => `user:${user}`),
    actorTokens: ({ user, standsInFor = [] }) => [user, ...standsInFor].map((it) => `user:${it}`),
    reads,
    mayAct: true,
  };
}

/** People who hold one of the roles in a unit of the case, and do not only fill it. */
function forUnitRoles(
  relation: string,
  roles: readonly string[],
  token: string,
  units: (state: Case) => readonly UnitId[],
  reads: readonly Aspect[],
): AccessRule {
  return {
    relation,
    caseTokens: (state) => units(state).map((unit) => `${token}:${unit}`),
    actorTokens: ({ grants }) =>
      grants.flatMap(({ role, unit, borrowed }) => (roles.includes(role) && !borrowed ? [`${token}:${unit}`] : [])),
    reads,
    mayAct: true,
  };
}

/** Roles that are valid in every unit and so give access to every case. */
function forRolesEverywhere(relation: string, roles: readonly string[], reads: readonly Aspect[]): AccessRule {
  return { relation, caseTokens: () => ['all'], actorTokens: tokenForRoles(roles, 'all'), reads, mayAct: true };
}

/** People who were given a role in this one case, while the role lasts. */
function forCaseRoles(
  relation: string,
  roles: readonly string[],
  reads: readonly Aspect[],
  mayAct: boolean,
): AccessRule {
  return {
    relation,
    caseTokens: ({ id }) => [`case:${id}`],
    actorTokens: ({ parties = [] }) => parties.flatMap((it) => (roles.includes(it.role) ? [`case:${it.case}`] : [])),
    reads,
    mayAct,
  };
}

function tokenForRoles(roles: readonly string[], token: string): AccessRule['actorTokens'] {
  return ({ grants }) => (grants.some(({ role }) => roles.includes(role)) ? [token] : []);
}

/** Whoever writes a handover that is not sent: the owner, the deputy, the unit that has the case, and the chief executive above it. */
function draftTokens({ handovers, owner, deputy, unit }: Case): readonly string[] {
  const drafts = handovers.filter(isUnsent);
  if (drafts.length === 0) return [];
  const people = [owner, ...(deputy === null ? [] : [deputy]), ...drafts.map(({ from }) => from.person)];
  const units = [unit, ...drafts.map(({ from }) => from.unit)];
  return ['draft:all', ...people.map((it) => `draft:user:${it}`), ...units.map((it) => `draft:unit:${it}`)];
}

/** The receivers of a handover; a draft gives them no access yet. */
function sentReceivers({ state, receivers }: Handover): readonly UserId[] {
  return state === 'DRAFT' ? [] : receivers.map(({ person }) => person);
}

/** Units that have or had the case, were asked to take it, took a role in it, or are named by a fact. */
function unitsOf(state: Case): readonly UnitId[] {
  const sent = state.handovers.filter((it) => it.state !== 'DRAFT').flatMap(({ receivers }) => receivers);
  return [
    state.unit,
    ...state.handovers.map(({ from }) => from.unit),
    ...sent.map(({ unit }) => unit),
    ...namedInFacts(state, 'unit'),
    ...(state.questions ?? []).flatMap(({ kind, unit, answer }) =>
      asksForRole(kind) && answer?.answer === 'YES' ? [unit] : [],
    ),
  ];
}

function namedInFacts({ facts }: Case, ...fields: readonly string[]): readonly string[] {
  return facts
    .filter(({ retracted }) => !retracted)
    .flatMap(({ data }) => fields.map((field) => data[field]))
    .filter((value) => typeof value === 'string');
}
