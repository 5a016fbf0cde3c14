import type { Case } from '#domain/model/case.js';

/**
 * Who may see and do what, written a second time from the description of the municipality, to be compared with the
 * policy's table. Knows Fjordvik's units by name, and no token, grant or relation of the code.
 */

/** A person as the tables describe them, before anything is derived from the unit tree. */
export interface OraclePerson {
  readonly id: string;
  readonly roles: readonly { readonly role: string; readonly unit: string }[];
  /** People who are absent today and have this one as substitute, or are followed to this one by `followedSubstitutes`. */
  readonly substituteFor: readonly string[];
  /** Ids of organisations and single cases that they represent today. */
  readonly represents: readonly string[];
  /** Cases in which they have a role today. */
  readonly invitations: readonly { readonly case: string; readonly role: string }[];
}

/**
 * Decision 0013: a substitute who is away too is followed to the next at work. Whoever somebody is substitute for is away;
 * nobody is away without being substituted for.
 */
export function followedSubstitutes(people: readonly OraclePerson[]): readonly OraclePerson[] {
  const reached = new Map<string, Set<string>>(people.map(({ id }) => [id, new Set()]));
  for (const absent of new Set(people.flatMap(({ substituteFor }) => substituteFor))) {
    const passed = new Set([absent]);
    let next = people.find((it) => it.substituteFor.includes(absent));
    while (next && !passed.has(next.id)) {
      const { id } = next;
      passed.add(id);
      reached.get(id)?.add(absent);
      next = people.find((it) => it.substituteFor.includes(id));
    }
  }
  return people.map((who) => ({ ...who, substituteFor: [...(reached.get(who.id) ?? [])] }));
}

/**
 * While every leader of a unit is away, their substitutes lead it: of each the first who is at work.
 * @param people  as `followedSubstitutes` gives them.
 * @param everybody  the roles of all who work here.
 */
export function actingLeaders(
  people: readonly OraclePerson[],
  everybody: readonly Pick<OraclePerson, 'id' | 'roles'>[],
): readonly OraclePerson[] {
  const away = new Set(people.flatMap(({ substituteFor }) => substituteFor));
  const leading = everybody.flatMap(({ id, roles }) =>
    roles.filter(({ role }) => role === 'leder' || role === 'kommunalsjef').map((held) => ({ id, held })),
  );
  const vacant = leading.filter(({ held }) => leading.every((it) => it.held.unit !== held.unit || away.has(it.id)));
  return people.map((who) => {
    const leads = vacant.filter(({ id }) => !away.has(who.id) && who.substituteFor.includes(id));
    return { ...who, roles: [...who.roles, ...leads.map(({ held }) => held)] };
  });
}

const SECTORS: Readonly<Record<string, readonly string[]>> = {
  velferd: ['velferd', 'helse', 'sykehjem', 'hjemme', 'nav'],
  'oppvekst-og-kultur': ['oppvekst-og-kultur', 'oppvekst', 'kultur'],
};
/** The leader of `stab` also leads the two units below it. */
const STAFF_UNIT = ['stab', 'innkjop', 'innovasjon'];

const hasRole = (who: OraclePerson, ...roles: string[]): boolean => who.roles.some(({ role }) => roles.includes(role));

function leads(who: OraclePerson, unit: string): boolean {
  return who.roles.some((held) => {
    if (held.role === 'kommunalsjef') return SECTORS[held.unit]?.includes(unit) ?? false;
    if (held.role !== 'leder') return false;
    return held.unit === unit || (held.unit === 'stab' && STAFF_UNIT.includes(unit));
  });
}

const worksIn = (who: OraclePerson, unit: string): boolean =>
  leads(who, unit) || who.roles.some((held) => held.role === 'saksbehandler' && held.unit === unit);

const isPersonOrSubstitute = (who: OraclePerson, person: string | null): boolean =>
  person !== null && (who.id === person || who.substituteFor.includes(person));

const represents = (who: OraclePerson, it: Case): boolean =>
  who.represents.includes(it.id) || (it.organisation !== null && who.represents.includes(it.organisation));

const isInvitedAs = (who: OraclePerson, it: Case, ...roles: string[]): boolean =>
  who.invitations.some((one) => one.case === it.id && roles.includes(one.role));

/** Has the role in the case, or substitutes for a colleague who has; in the evaluation group everybody is their own. */
const worksAs = (who: OraclePerson, it: Case, ...roles: string[]): boolean =>
  isInvitedAs(who, it, ...roles) ||
  (it.parties ?? []).some(
    ({ party, role, from, to }) =>
      roles.includes(role) &&
      role !== 'evalueringsgruppe' &&
      who.substituteFor.includes(party) &&
      from <= it.lastActAt.slice(0, 10) &&
      (to === null || to >= it.lastActAt.slice(0, 10)),
  );

function factsNaming(it: Case, field: string): string[] {
  return it.facts.flatMap((fact) =>
    fact.retracted !== true && typeof fact.data[field] === 'string' ? [fact.data[field]] : [],
  );
}

const unitsThatTookARole = ({ questions = [] }: Case): string[] =>
  questions.flatMap(({ kind, unit, answer }) =>
    ['HOST', 'RECEIVE', 'BENEFIT'].includes(kind) && answer?.answer === 'YES' ? [unit] : [],
  );

const agreedIn = ({ meetings = [] }: Case) => meetings.flatMap(({ steps }) => steps);

/** What was agreed with whoever had the case goes with the case. */
function owesWhatWasAgreed(who: OraclePerson, it: Case): boolean {
  return agreedIn(it).some(({ owner, unit, withCase }) => {
    if ('entrepreneur' in owner) return represents(who, it);
    if (withCase) return isPersonOrSubstitute(who, it.owner) || isPersonOrSubstitute(who, it.deputy);
    if ('unit' in owner) return leads(who, owner.unit);
    return isPersonOrSubstitute(who, owner.person) || (unit !== undefined && leads(who, unit));
  });
}

/** Works for the municipality and has something to do with the case. */
function isInsider(who: OraclePerson, it: Case): boolean {
  if (hasRole(who, 'kommunedirektor', 'controller', 'admin')) return true;
  if (hasRole(who, 'innkjoper', 'kontraktsforvalter', 'tilskuddsforvalter', 'jurist')) return true;
  if (hasRole(who, 'mentorkoordinator', 'gevinstansvarlig', 'evaluator', 'personvern')) return true;
  if (hasRole(who, 'mottak') && it.phase === 'FIRST_CONTACT') return true;
  const outsideRoles = ['utviklingspartner', 'henviser', 'eier', 'radgiver'];
  if (who.invitations.some((one) => one.case === it.id && !outsideRoles.includes(one.role))) return true;
  const sentReceivers = it.handovers.filter(({ state }) => state !== 'DRAFT').flatMap(({ receivers }) => receivers);
  const people = [
    it.owner,
    it.deputy,
    it.contact,
    ...it.handovers.map(({ from }) => from.person),
    ...sentReceivers.map(({ person }) => person),
    ...factsNaming(it, 'mentor'),
    ...factsNaming(it, 'person'),
  ];
  if (people.some((person) => isPersonOrSubstitute(who, person))) return true;
  const asked = it.questions ?? [];
  if (it.deadlines.some(({ heldBy }) => isPersonOrSubstitute(who, heldBy ?? null))) return true;
  if ((it.approvals ?? []).some(({ approver }) => isPersonOrSubstitute(who, approver.person ?? null))) return true;
  if (asked.some(({ person }) => isPersonOrSubstitute(who, person ?? null))) return true;
  if (asked.some(({ unit }) => leads(who, unit))) return true;
  for (const { owner, unit, withCase } of agreedIn(it)) {
    if ('person' in owner && isPersonOrSubstitute(who, owner.person)) return true;
    const led = 'unit' in owner ? owner.unit : withCase ? undefined : unit;
    if (led !== undefined && leads(who, led)) return true;
  }
  const units = [
    it.unit,
    ...it.handovers.map(({ from }) => from.unit),
    ...sentReceivers.map(({ unit }) => unit),
    ...factsNaming(it, 'unit'),
    ...unitsThatTookARole(it),
  ];
  return units.some((unit) => worksIn(who, unit));
}

function isAskedReceiver(who: OraclePerson, it: Case): boolean {
  const newest = it.handovers.at(-1);
  const asked = newest && ['SENT', 'ACKNOWLEDGED'].includes(newest.state) ? newest.receivers : [];
  return asked.some(({ person }) => isPersonOrSubstitute(who, person));
}

/** Owns the case, leads its unit, or oversees procurement. */
function mayReadConfidential(who: OraclePerson, it: Case): boolean {
  if (isPersonOrSubstitute(who, it.owner) || isPersonOrSubstitute(who, it.deputy) || leads(who, it.unit)) return true;
  if (hasRole(who, 'innkjoper', 'kontraktsforvalter', 'tilskuddsforvalter', 'jurist')) return true;
  if (hasRole(who, 'kommunedirektor', 'controller')) return true;
  return isInvitedAs(who, it, 'evalueringsgruppe', 'innkjoper', 'jurist', 'klageorgan');
}

/** Owner, deputy, and the managers above them. */
const handlesCase = (who: OraclePerson, it: Case): boolean =>
  isPersonOrSubstitute(who, it.owner) ||
  isPersonOrSubstitute(who, it.deputy) ||
  leads(who, it.unit) ||
  hasRole(who, 'kommunedirektor');

/** Asks the entrepreneur for something, and looks at what she sends: who handles the case, and her contact. */
const talksToHer = (who: OraclePerson, it: Case): boolean =>
  handlesCase(who, it) || isPersonOrSubstitute(who, it.contact);

const isOpen = (it: Case): boolean => it.closedAt === undefined;
const isActive = (it: Case): boolean => isOpen(it) && it.state !== 'SUSPENDED';
const isReadOnlyGuest = (who: OraclePerson, it: Case): boolean =>
  !isInsider(who, it) &&
  !represents(who, it) &&
  !isInvitedAs(who, it, 'utviklingspartner') &&
  isInvitedAs(who, it, 'henviser', 'eier', 'radgiver');

const mayReadCase = (who: OraclePerson, it: Case): boolean =>
  isInsider(who, it) ||
  represents(who, it) ||
  isInvitedAs(who, it, 'utviklingspartner', 'henviser', 'eier', 'radgiver');

/** Works in the unit that writes it, has the case for it, or is the chief executive. */
function mayReadDraft(who: OraclePerson, it: Case): boolean {
  const drafts = it.handovers.filter(({ sentAt }) => sentAt === undefined);
  if (drafts.length === 0) return false;
  const people = [it.owner, it.deputy, ...drafts.map(({ from }) => from.person)];
  const units = [it.unit, ...drafts.map(({ from }) => from.unit)];
  return (
    hasRole(who, 'kommunedirektor') ||
    people.some((person) => isPersonOrSubstitute(who, person)) ||
    units.some((unit) => worksIn(who, unit))
  );
}

/** The contract was awarded, or signed, after the newest budget was sent, or the case is in operation. */
function isAwarded({ phase, facts }: Case): boolean {
  if (phase === 'OPERATION' || phase === 'EFFECT_EVALUATION') return true;
  const standing = facts.filter(({ retracted }) => retracted !== true).map(({ fact }) => fact);
  const budget = standing.lastIndexOf('budgetInputSent');
  const award = Math.max(standing.lastIndexOf('awardNotified'), standing.lastIndexOf('agreementSigned'));
  return budget >= 0 && award > budget;
}

const maySeeShared = (who: OraclePerson, it: Case): boolean =>
  isInsider(who, it) || represents(who, it) || isInvitedAs(who, it, 'utviklingspartner', 'eier', 'radgiver');

/** The municipality and the entrepreneur write to each other; whoever is invited from outside only reads. */
const isOfEitherSide = (who: OraclePerson, it: Case): boolean => isInsider(who, it) || represents(who, it);

/** Meets the entrepreneur on behalf of the municipality, while the case is open and when it has ended. */
function meetsHer(who: OraclePerson, it: Case): boolean {
  const meeting = ['mentor', 'mentorkoordinator', 'pilotleder', 'innkjoper', 'jurist'];
  const operating = ['driftsansvarlig', 'kontraktsforvalter', 'tilskuddsforvalter', 'evaluator'];
  const roles = [...meeting, ...operating];
  const may = handlesCase(who, it) || isPersonOrSubstitute(who, it.contact) || hasRole(who, ...roles);
  return may || worksAs(who, it, ...roles);
}

type Predicate = (who: OraclePerson, it: Case) => boolean;

/** The questions to the policy, with the right answers. */
export const ORACLE = {
  read: mayReadCase,
  shared: maySeeShared,
  internal: isInsider,
  impartiality: mayReadConfidential,
  tender: (who, it) => mayReadConfidential(who, it) || isAskedReceiver(who, it),
  draft: mayReadDraft,
  budget: (who, it) => isInsider(who, it) || (mayReadCase(who, it) && isAwarded(it)),
  nameDeputy: (who, it) =>
    isOpen(it) &&
    (isPersonOrSubstitute(who, it.owner) || leads(who, it.unit) || hasRole(who, 'kommunedirektor', 'admin')),
  changeContact: (who, it) => isOpen(it) && (handlesCase(who, it) || hasRole(who, 'admin')),
  askUnit: (who, it) => {
    const supporting = ['mentor', 'mentorkoordinator', 'pilotleder', 'innkjoper', 'jurist'];
    const may = handlesCase(who, it) || isPersonOrSubstitute(who, it.contact) || hasRole(who, ...supporting);
    return isOpen(it) && (may || worksAs(who, it, ...supporting));
  },
  suspend: (who, it) => isActive(it) && handlesCase(who, it),
  extend: (who, it) => handlesCase(who, it) || owesWhatWasAgreed(who, it),
  holdMeeting: meetsHer,
  correctMeeting: (who, it) => isOpen(it) && meetsHer(who, it),
  withdrawNextStep: meetsHer,
  completeNextStep: (who, it) =>
    handlesCase(who, it) || isPersonOrSubstitute(who, it.contact) || represents(who, it) || owesWhatWasAgreed(who, it),
  withdraw: (who, it) => isOpen(it) && (handlesCase(who, it) || represents(who, it) || hasRole(who, 'mottak')),
  complete: (who, it) =>
    isActive(it) && (isPersonOrSubstitute(who, it.owner) || leads(who, it.unit) || hasRole(who, 'kommunedirektor')),
  addParty: (who, it) =>
    isOpen(it) &&
    !isReadOnlyGuest(who, it) &&
    (handlesCase(who, it) ||
      hasRole(who, 'mentorkoordinator', 'innkjoper', 'jurist') ||
      worksAs(who, it, 'innkjoper', 'jurist', 'utviklingspartner')),
  assignOwner: (who, it) =>
    isOpen(it) &&
    (handlesCase(who, it) ||
      hasRole(who, 'mottak', 'leder', 'saksbehandler', 'kommunalsjef', 'admin') ||
      worksAs(who, it, 'leder', 'saksbehandler')),
  requestInformation: (who, it) =>
    isOpen(it) && ['FIRST_CONTACT', 'MENTORING', 'PILOT'].includes(it.phase) && talksToHer(who, it),
  giveInformation: (who, it) => isOpen(it) && (represents(who, it) || talksToHer(who, it)),
  acceptInformation: (who, it) => isOpen(it) && talksToHer(who, it),
  returnInformation: (who, it) => isOpen(it) && talksToHer(who, it),
  withdrawInformationRequest: (who, it) => isOpen(it) && talksToHer(who, it),
  sharedRows: maySeeShared,
  internalRows: isInsider,
  writeNote: isInsider,
  writeMessage: (who, it) => isOpen(it) && isOfEitherSide(who, it),
  markRead: isOfEitherSide,
  internalDocument: isInsider,
  sharedDocument: maySeeShared,
  contentOfInternal: isInsider,
  contentOfShared: maySeeShared,
  addDocument: (who, it) => isInsider(who, it) || (isOpen(it) && represents(who, it)),
  renewOurs: isInsider,
  renewHers: (who, it) => isOpen(it) && represents(who, it) && !isInsider(who, it),
  withdrawOurs: isInsider,
  withdrawHers: (who, it) => isInsider(who, it) || (isOpen(it) && represents(who, it)),
  shareDocument: isInsider,
  sentAttachments: (who, it) => it.handovers.some(({ sentAt }) => sentAt !== undefined) && isInsider(who, it),
  draftAttachments: mayReadDraft,
} satisfies Readonly<Record<string, Predicate>>;

export type Question = keyof typeof ORACLE;
export const QUESTIONS = Object.keys(ORACLE) as Question[];
