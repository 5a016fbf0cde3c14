import type { Case } from '#domain/model/case.js';

/**
 * Who may see and do what, written again from the description of the municipality and by other means than the policy's
 * table, to be held against it. Knows Fjordvik's units by name and no token, grant or relation of the code.
 */

/** Somebody as the registers describe them, before anything is worked out from the tree. */
export interface Somebody {
  readonly id: string;
  readonly roles: readonly { readonly role: string; readonly unit: string }[];
  /** Away today, with this one as substitute. */
  readonly covers: readonly string[];
  /** Organisations and single cases that they speak for today. */
  readonly contactOf: readonly string[];
  /** Cases that they are invited into today, and as what. */
  readonly invited: readonly { readonly case: string; readonly role: string }[];
}

const SECTORS: Readonly<Record<string, readonly string[]>> = {
  velferd: ['velferd', 'helse', 'sykehjem', 'hjemme', 'nav'],
  'oppvekst-og-kultur': ['oppvekst-og-kultur', 'oppvekst', 'kultur'],
};
/** The staff unit's leader directs the two below it. */
const STAFF_UNIT = ['stab', 'innkjop', 'innovasjon'];

const anyOf = (who: Somebody, ...roles: string[]): boolean => who.roles.some(({ role }) => roles.includes(role));

function leads(who: Somebody, unit: string): boolean {
  return who.roles.some((held) => {
    if (held.role === 'kommunalsjef') return SECTORS[held.unit]?.includes(unit) ?? false;
    if (held.role !== 'leder') return false;
    return held.unit === unit || (held.unit === 'stab' && STAFF_UNIT.includes(unit));
  });
}

const worksIn = (who: Somebody, unit: string): boolean =>
  leads(who, unit) || who.roles.some((held) => held.role === 'saksbehandler' && held.unit === unit);

const is = (who: Somebody, person: string | null): boolean =>
  person !== null && (who.id === person || who.covers.includes(person));

const speaks = (who: Somebody, it: Case): boolean =>
  who.contactOf.includes(it.id) || (it.organisation !== null && who.contactOf.includes(it.organisation));

const invitedAs = (who: Somebody, it: Case, ...roles: string[]): boolean =>
  who.invited.some((one) => one.case === it.id && roles.includes(one.role));

function factsNaming(it: Case, field: string): string[] {
  return it.facts.flatMap((fact) =>
    fact.retracted !== true && typeof fact.data[field] === 'string' ? [fact.data[field]] : [],
  );
}

/** One of the municipality's own people with business in the case. */
function inside(who: Somebody, it: Case): boolean {
  if (anyOf(who, 'kommunedirektor', 'controller', 'admin')) return true;
  if (anyOf(who, 'innkjoper', 'kontraktsforvalter', 'tilskuddsforvalter', 'jurist')) return true;
  if (anyOf(who, 'mentorkoordinator', 'gevinstansvarlig', 'evaluator', 'personvern')) return true;
  if (anyOf(who, 'mottak') && it.phase === 'FIRST_CONTACT') return true;
  const outsideRoles = ['utviklingspartner', 'henviser', 'eier', 'radgiver'];
  if (who.invited.some((one) => one.case === it.id && !outsideRoles.includes(one.role))) return true;
  const told = it.handovers.filter(({ state }) => state !== 'DRAFT').flatMap(({ receivers }) => receivers);
  const people = [
    it.owner,
    it.deputy,
    it.contact,
    ...it.handovers.map(({ from }) => from.person),
    ...told.map(({ person }) => person),
    ...factsNaming(it, 'mentor'),
    ...factsNaming(it, 'person'),
  ];
  if (people.some((person) => is(who, person))) return true;
  const units = [
    it.unit,
    ...it.handovers.map(({ from }) => from.unit),
    ...told.map(({ unit }) => unit),
    ...factsNaming(it, 'unit'),
  ];
  return units.some((unit) => worksIn(who, unit));
}

function underWayTo(who: Somebody, it: Case): boolean {
  const newest = it.handovers.at(-1);
  const asked = newest && ['SENT', 'ACKNOWLEDGED'].includes(newest.state) ? newest.receivers : [];
  return asked.some(({ person }) => is(who, person));
}

/** Has the case, leads the unit that has it, or is there to keep the rules of buying. */
function inConfidence(who: Somebody, it: Case): boolean {
  if (is(who, it.owner) || is(who, it.deputy) || leads(who, it.unit)) return true;
  if (anyOf(who, 'innkjoper', 'kontraktsforvalter', 'tilskuddsforvalter', 'jurist')) return true;
  if (anyOf(who, 'kommunedirektor', 'controller')) return true;
  return invitedAs(who, it, 'evalueringsgruppe', 'innkjoper', 'jurist', 'klageorgan');
}

/** Those who handle the case: owner, deputy, and everyone above. */
const handles = (who: Somebody, it: Case): boolean =>
  is(who, it.owner) || is(who, it.deputy) || leads(who, it.unit) || anyOf(who, 'kommunedirektor');

const open = (it: Case): boolean => it.closedAt === undefined;
const goesOn = (it: Case): boolean => open(it) && it.state !== 'SUSPENDED';
const bystander = (who: Somebody, it: Case): boolean =>
  !inside(who, it) &&
  !speaks(who, it) &&
  !invitedAs(who, it, 'utviklingspartner') &&
  invitedAs(who, it, 'henviser', 'eier', 'radgiver');

const opens = (who: Somebody, it: Case): boolean =>
  inside(who, it) || speaks(who, it) || invitedAs(who, it, 'utviklingspartner', 'henviser', 'eier', 'radgiver');

type Question = (who: Somebody, it: Case) => boolean;

/** What may be asked of the policy, and the right answer. */
export const ORACLE = {
  read: opens,
  shared: (who, it) =>
    inside(who, it) || speaks(who, it) || invitedAs(who, it, 'utviklingspartner', 'eier', 'radgiver'),
  internal: inside,
  impartiality: inConfidence,
  tender: (who, it) => inConfidence(who, it) || underWayTo(who, it),
  nameDeputy: (who, it) =>
    open(it) && (is(who, it.owner) || leads(who, it.unit) || anyOf(who, 'kommunedirektor', 'admin')),
  changeContact: (who, it) => open(it) && (handles(who, it) || anyOf(who, 'admin')),
  suspend: (who, it) => goesOn(it) && handles(who, it),
  extend: handles,
  withdraw: (who, it) => open(it) && (handles(who, it) || speaks(who, it) || anyOf(who, 'mottak')),
  complete: (who, it) => goesOn(it) && (is(who, it.owner) || leads(who, it.unit) || anyOf(who, 'kommunedirektor')),
  addParty: (who, it) =>
    open(it) &&
    !bystander(who, it) &&
    (handles(who, it) ||
      anyOf(who, 'mentorkoordinator', 'innkjoper', 'jurist') ||
      invitedAs(who, it, 'innkjoper', 'jurist', 'utviklingspartner')),
  assignOwner: (who, it) =>
    open(it) &&
    (handles(who, it) ||
      anyOf(who, 'mottak', 'leder', 'saksbehandler', 'kommunalsjef', 'admin') ||
      invitedAs(who, it, 'leder', 'saksbehandler')),
} satisfies Readonly<Record<string, Question>>;

export type Asked = keyof typeof ORACLE;
export const QUESTIONS = Object.keys(ORACLE) as Asked[];
