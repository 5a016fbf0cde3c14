import { currentReceivers } from './permits.js';
import { JUDGES } from './roles.js';
import type { Case, Handover, UnitId, UserId } from '../model/case.js';
import type { Actor } from '../model/command.js';

/**
 * What of a case can be kept from somebody who may open it. Who has it, its phase, its promises and their dates, and what
 * happened when are for everyone who may.
 * `shared`: words meant for both sides. `internal`: notes, reasons and packages inside the municipality.
 * `impartiality`: who has been found impartial and why not. `tender`: what a competition is about, who took part and how
 * it was judged, other applicants among it.
 */
export type Aspect = 'shared' | 'internal' | 'impartiality' | 'tender';

/** `process`: whatever the pinned process version lets the relation do. `nothing`: reads only, whatever it says. */
export type Does = 'process' | 'nothing';

/** One line of the policy: a relation that a person may have to a case, what it reads and what it does. */
export interface Line {
  readonly relation: string;
  /** Tokens that the case shows to this relation, and those that a person has by it: it holds where they meet. */
  readonly onCase: (state: Case) => readonly string[];
  readonly onActor: (actor: Actor) => readonly string[];
  readonly reads: readonly Aspect[];
  readonly does: Does;
}

const EVERYTHING: readonly Aspect[] = ['shared', 'internal', 'impartiality', 'tender'];
const INSIDE: readonly Aspect[] = ['shared', 'internal'];

/**
 * Who, on which relation to the case, may read what and do what. Lists in SQL, single cases, fields, commands and what is
 * offered are all read off these lines; a person has the sum of the lines that hold.
 */
export const POLICY: readonly Line[] = [
  byName('owner', ({ owner }) => [owner], EVERYTHING),
  byName('deputy', ({ deputy }) => (deputy === null ? [] : [deputy]), EVERYTHING),
  byUnit('manager', ['leder', 'kommunalsjef'], 'lead', ({ unit }) => [unit], EVERYTHING),
  byName('receiver', currentReceivers, ['shared', 'internal', 'tender']),
  byName('contact', ({ contact }) => [contact], INSIDE),
  byName('formerly', ({ handovers }) => handovers.flatMap((it) => [it.from.person, ...named(it)]), INSIDE),
  byName('assigned', (state) => namedInFacts(state, 'mentor', 'person'), INSIDE),
  byUnit('unit', ['saksbehandler', 'leder', 'kommunalsjef'], 'unit', unitsOf, INSIDE),
  {
    relation: 'frontLine',
    onCase: ({ phase }) => (phase === 'FIRST_CONTACT' ? ['role:mottak'] : []),
    onActor: byRole(['mottak'], 'role:mottak'),
    reads: INSIDE,
    does: 'process',
  },
  everywhere('buyer', ['innkjoper', 'kontraktsforvalter', 'tilskuddsforvalter'], EVERYTHING),
  everywhere('lawyer', ['jurist'], EVERYTHING),
  everywhere('specialist', ['mentorkoordinator', 'gevinstansvarlig', 'evaluator', 'personvern'], INSIDE),
  everywhere('oversight', ['kommunedirektor', 'controller'], EVERYTHING),
  everywhere('administrator', ['admin'], INSIDE),
  {
    relation: 'entrepreneur',
    onCase: ({ id, organisation }) => [`case:${id}`, ...(organisation === null ? [] : [`org:${organisation}`])],
    onActor: ({ speaksFor = [] }) => speaksFor,
    reads: ['shared'],
    does: 'process',
  },
  invited('adviser', ['radgiver', 'eier'], ['shared'], 'nothing'),
  invited('partner', ['utviklingspartner'], ['shared'], 'process'),
  invited('referrer', ['henviser'], [], 'nothing'),
  invited('judge', [JUDGES, 'innkjoper', 'jurist', 'klageorgan'], EVERYTHING, 'process'),
  invited(
    'team',
    ['saksbehandler', 'leder', 'mentor', 'pilotleder', 'driftsansvarlig', 'kontraktsforvalter', 'evaluator'],
    INSIDE,
    'process',
  ),
];

/** Everyone whom the case names so; whoever stands in for them has the same. */
function byName(relation: string, who: (state: Case) => readonly UserId[], reads: readonly Aspect[]): Line {
  return {
    relation,
    onCase: (state) => who(state).map((user) => `user:${user}`),
    onActor: ({ user, standsInFor = [] }) => [user, ...standsInFor].map((it) => `user:${it}`),
    reads,
    does: 'process',
  };
}

/** Who holds one of the roles in a unit of the case. */
function byUnit(
  relation: string,
  roles: readonly string[],
  token: string,
  units: (state: Case) => readonly UnitId[],
  reads: readonly Aspect[],
): Line {
  return {
    relation,
    onCase: (state) => units(state).map((unit) => `${token}:${unit}`),
    onActor: ({ grants }) => grants.flatMap(({ role, unit }) => (roles.includes(role) ? [`${token}:${unit}`] : [])),
    reads,
    does: 'process',
  };
}

/** Roles without a unit of their own, which act everywhere in the municipality and so read everywhere. */
function everywhere(relation: string, roles: readonly string[], reads: readonly Aspect[]): Line {
  return { relation, onCase: () => ['all'], onActor: byRole(roles, 'all'), reads, does: 'process' };
}

/** Somebody brought into this one case in a role, for as long as the invitation holds. */
function invited(relation: string, roles: readonly string[], reads: readonly Aspect[], does: Does): Line {
  return {
    relation,
    onCase: ({ id }) => [`case:${id}`],
    onActor: ({ parties = [] }) => parties.flatMap((it) => (roles.includes(it.role) ? [`case:${it.case}`] : [])),
    reads,
    does,
  };
}

function byRole(roles: readonly string[], token: string): Line['onActor'] {
  return ({ grants }) => (grants.some(({ role }) => roles.includes(role)) ? [token] : []);
}

/** A draft tells its receivers nothing yet. */
function named({ state, receivers }: Handover): readonly UserId[] {
  return state === 'DRAFT' ? [] : receivers.map(({ person }) => person);
}

/** Units that have or had the case, were asked to take it, or are named by a fact. */
function unitsOf(state: Case): readonly UnitId[] {
  const sent = state.handovers.filter((it) => it.state !== 'DRAFT').flatMap(({ receivers }) => receivers);
  return [
    state.unit,
    ...state.handovers.map(({ from }) => from.unit),
    ...sent.map(({ unit }) => unit),
    ...namedInFacts(state, 'unit'),
  ];
}

function namedInFacts({ facts }: Case, ...fields: readonly string[]): readonly string[] {
  return facts
    .filter(({ retracted }) => !retracted)
    .flatMap(({ data }) => fields.map((field) => data[field]))
    .filter((value) => typeof value === 'string');
}
