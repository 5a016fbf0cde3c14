import { osloDateOf } from '../calendar/oslo-time.js';
import { absenceOn } from '../policy/absence.js';
import { debtor } from '../deadline/debtor-creditor.js';
import { findUser } from '../people/directory-lookup.js';
import { peopleOwing } from '../people/duty-holders.js';
import { staffActor } from '../people/staff-actor.js';
import { debtLabel } from '../deadline/deadline-label.js';
import { RULE_LEVEL } from '../model/rule-context.js';
import { refusalOf } from '../case/decide.js';
import { minimalBody, deepMerge } from './minimal-body.js';
import { orderedActs } from './ordered-acts.js';
import { peopleOf } from './who/command-people.js';
import { stepsOfAct } from './steps-of-act.js';
import { candidates, actingRole, isCandidate } from './who/candidates.js';
import { debtActs } from './debt-acts.js';
import type { Case, Deadline, UserId } from '../model/case.js';
import type { Actor, CommandBody } from '../model/command.js';
import type { Directory, DirectoryUser } from '../policy/directory.js';
import type { Label, ProcessDocument } from '../process/process-document.js';
import { covers } from '../period.js';
import type { Instant, LocalDate } from '../time.js';
import type { Act } from './act.js';
import type { ReadText } from './words/named-thing.js';
import type { OrderedAct } from './ordered-acts.js';
import type { CommandPeople } from './who/command-people.js';
import type { StepContext } from './steps-of-act.js';
import type { ProposedStep } from './proposed-step.js';

export interface NextStep extends Omit<ProposedStep, 'who' | 'persons'> {
  readonly by: readonly {
    readonly user: UserId;
    readonly name: string;
    readonly unit: string;
    readonly role: string;
  }[];
}

/** Room for all sixteen routes and what else is open; a longer list does not help a person. What is owed has a step always. */
const MAX_STEPS = 32;
const MAX_PEOPLE = 2;

/** What steps are found from; `people` holds everybody's grants in the form that a command carries. */
interface PeopleContext extends StepContext {
  readonly people: CommandPeople;
  /** Those who fit a rule and may read the case; many steps have the same rule. */
  readonly fitting: Map<ProposedStep['who'], readonly DirectoryUser[]>;
  readonly actors: Map<UserId, Actor>;
}

/**
 * The steps that would move the case forward, best first; never empty on an open case, always empty on a closed one.
 *
 * 1. First what carries the case on, by the due date of the debt that it meets; then what meets the other debts, by theirs.
 * 2. `by[0]` is a member of staff from whom `decide` accepts the smallest body that `input` allows, now.
 * 3. Those who owe what the step ends come first, where the case takes it from them: whose turn it is, is one thing everywhere.
 * 4. Another way of an act that an earlier step is about names only `by[0]`: the people are those of the earlier step.
 * 5. A step that only has to wait has `notBefore`, and `decide` refuses it as `held` until then.
 * 6. No two steps of one person have the same label, as far as the texts are read; a handover's step has every receiver who is to take it in `by`.
 */
export function nextSteps(
  document: ProcessDocument,
  state: Case,
  directory: Directory,
  now: Instant,
  read?: ReadText,
): NextStep[] {
  return stepFinder(document, state, directory, now, read).next();
}

/** What of a debt says what ends it, and who owes it. */
type Owed = Pick<Deadline, 'kind' | 'basis' | 'heldBy' | 'owedBy'>;

/** A step for one person, who is not told who else can take it. */
export type OfferedStep = Omit<NextStep, 'by'>;

/** Finds steps in one case at one instant; what they have in common is found once. */
export interface StepFinder {
  next(): NextStep[];
  /** The step that meets a debt: the same in `next`, in a stuck case's cause and in My day. Null when nobody can do it now. */
  stepFor(debt: Owed): NextStep | null;
  /** The first step of an act that somebody can take now. */
  stepOf(act: Act, why?: Label): NextStep | null;
  /** What `stepFor` gives, where `accepts` takes it from this person. Who else can is looked for only where it decides. */
  offeredFor(debt: Owed, actor: Actor): OfferedStep | null;
  /** The same of `stepOf`. */
  offeredOf(act: Act, actor: Actor): OfferedStep | null;
  /** Whether the case would take the step from this person now, or, where it only has to wait, then. */
  accepts(step: NextStep, actor: Actor): boolean;
}

/** @param read  words of the case for the labels, as far as the reader may have them. */
export function stepFinder(
  document: ProcessDocument,
  state: Case,
  directory: Directory,
  now: Instant,
  read?: ReadText,
): StepFinder {
  const context: PeopleContext = {
    document,
    state,
    directory,
    now,
    ...(read && { read }),
    people: peopleOf(directory),
    fitting: new Map(),
    actors: new Map(),
  };
  const stepFrom = (act: Act, why?: Label, debt?: Owed) => firstOf(stepsOfAct(context, act, why), context, debt);
  return {
    next: () => (state.closedAt === undefined ? acceptedSteps(context) : []),
    stepFor(debt) {
      const { kind, basis } = debt;
      const why = debtLabel(document, { kind, basis });
      for (const act of debtActs(document, state, { kind, basis })) {
        const found = stepFrom(act, why, debt);
        if (found) return found;
      }
      return null;
    },
    stepOf: (act, why) => stepFrom(act, why),
    offeredFor(debt, actor) {
      const { kind, basis } = debt;
      const why = debtLabel(document, { kind, basis });
      return offered(stepsOfActs(context, debtActs(document, state, { kind, basis }), why), context, actor, debt);
    },
    offeredOf: (act, actor) => offered(stepsOfAct(context, act), context, actor),
    accepts: (step, actor) => isAcceptedFrom(context, step, actor),
  };
}

export function stepFor(
  document: ProcessDocument,
  state: Case,
  directory: Directory,
  debt: Owed,
  now: Instant,
): NextStep | null {
  return stepFinder(document, state, directory, now).stepFor(debt);
}

function firstOf(steps: readonly ProposedStep[], context: PeopleContext, debt?: Owed): NextStep | null {
  for (const step of steps) {
    const found = withPeople(context, step, MAX_PEOPLE, debt);
    if (found) return found;
  }
  return null;
}

function* stepsOfActs(context: PeopleContext, acts: readonly Act[], why?: Label): Iterable<ProposedStep> {
  for (const act of acts) yield* stepsOfAct(context, act, why);
}

/** The first step that anybody can take, if the person can: those before it are asked about last, since that takes long. */
function offered(steps: Iterable<ProposedStep>, context: PeopleContext, actor: Actor, debt?: Owed): OfferedStep | null {
  const before: ProposedStep[] = [];
  for (const step of steps) {
    if (!isAcceptedFrom(context, step, actor)) before.push(step);
    else if (isForAnybody(context, step, actor, debt)) {
      if (before.some((it) => withPeople(context, it, 1, debt) !== null)) return null;
      const { who: _who, persons: _persons, ...rest } = step;
      return { ...rest, body: { type: step.command, ...step.body } };
    }
  }
  return null;
}

/** Whether anybody can take the step; the person who asks is tried first. */
function isForAnybody(context: PeopleContext, step: ProposedStep, { user }: Actor, debt?: Owed): boolean {
  const { document, state, directory } = context;
  const { who, persons } = step;
  const self = findUser(directory, user);
  const isEligible =
    self &&
    (persons?.includes(user) ?? isCandidate(document, state, who, self, (it) => actorOf(context, it))) &&
    isAccepted(context, step, self);
  return isEligible === true || withPeople(context, step, 1, debt) !== null;
}

function acceptedSteps(context: PeopleContext): NextStep[] {
  const acts = new Set<string>();
  return proposedSteps(context).flatMap(({ step, debt }) => {
    const act = `${step.command} ${String(step.body['fact'] ?? step.body['item'] ?? step.body['decision'] ?? step.body['kind'] ?? step.body['question'] ?? step.body['meeting'] ?? step.body['step'])}`;
    const found = withPeople(context, step, acts.has(act) ? 1 : MAX_PEOPLE, debt);
    if (found) acts.add(act);
    return found ?? [];
  });
}

/** Other ways of an act come after the first of every act, and what has to wait comes last of what carries the case on. */
function proposedSteps(context: PeopleContext): { step: ProposedStep; debt: Deadline | undefined }[] {
  const { document, state } = context;
  const { carrying, others } = orderedActs(document, state);
  const owed = new Set<ProposedStep>();
  const debts = new Map<ProposedStep, Deadline>();
  const steps = ({ act, debt }: OrderedAct): ProposedStep[] => {
    const found = stepsOfAct(context, act, debt && debtLabel(document, debt));
    if (debt && found[0]) owed.add(found[0]);
    if (debt) found.forEach((step) => debts.set(step, debt));
    return found;
  };
  const ways = carrying.map(steps);
  const carry = [...ways.flatMap(([first]) => first ?? []), ...ways.flatMap(([, ...rest]) => rest)].sort(
    (a, b) => Number(a.notBefore !== undefined) - Number(b.notBefore !== undefined),
  );
  const seen = new Set<string>();
  const isNew = ({ label, command, body }: ProposedStep): boolean => {
    const key = JSON.stringify([label.nb, command, body]);
    return !seen.has(key) && seen.add(key).has(key);
  };
  const all = [...carry, ...others.flatMap(steps)].filter(isNew);
  const room = MAX_STEPS - all.filter((it) => owed.has(it)).length;
  const kept = new Set(all.filter((it) => !owed.has(it)).slice(0, Math.max(room, 0)));
  return all.filter((it) => owed.has(it) || kept.has(it)).map((step) => ({ step, debt: debts.get(step) }));
}

function withPeople(context: PeopleContext, step: ProposedStep, most: number, debt?: Owed): NextStep | null {
  const { document, state } = context;
  const { who, persons, ...rest } = step;
  const fitting = persons ? actingFor(context, persons) : candidatesFor(context, who);
  const owing = persons || !debt ? [] : owingOf(context, step, debt);
  const eligible = [...new Set([...owing, ...atWorkFirst(context, fitting)])];
  const first = eligible.findIndex((user) => isAccepted(context, step, user));
  if (first < 0) return null;
  const by = eligible.slice(first, first + Math.max(most, persons?.length ?? 0)).map((user) => ({
    user: user.id,
    name: user.name,
    unit: user.unit,
    role: actingRole(document, state, user, who, actorOf(context, user)),
  }));
  return { ...rest, body: { type: step.command, ...step.body }, by };
}

/** Those who are named, each with whoever acts for them today. */
function actingFor({ directory, state, now }: PeopleContext, persons: readonly UserId[]): readonly DirectoryUser[] {
  const named = directory.users.filter(({ id }) => persons.includes(id));
  const owes = (user: UserId) => ({ party: 'MUNICIPALITY', role: 'receiver', user }) as const;
  const acting = named.flatMap(({ id }) => peopleOwing(directory, owes(id), state, osloDateOf(now)));
  return [...new Set([...acting, ...named])];
}

/** Those who owe what the step ends, where the case takes it from them. */
function owingOf(context: PeopleContext, step: ProposedStep, debt: Owed): readonly DirectoryUser[] {
  const { document, state, directory, now } = context;
  const on = osloDateOf(now);
  const owes = debtor(document, state, debt, on);
  if (owes.party !== 'MUNICIPALITY') return [];
  return peopleOwing(directory, owes, state, on).filter((user) => isAccepted(context, step, user));
}

/** Whoever is away today comes last: no step waits for somebody on leave while another can take it. */
function atWorkFirst({ directory, now }: PeopleContext, people: readonly DirectoryUser[]): readonly DirectoryUser[] {
  const { absences } = directory;
  if (!absences?.length) return people;
  const today = osloDateOf(now);
  const isAway = ({ id }: DirectoryUser): boolean => absenceOn(absences, id, today) !== undefined;
  return people.some(isAway) ? [...people.filter((it) => !isAway(it)), ...people.filter(isAway)] : people;
}

function candidatesFor(context: PeopleContext, who: ProposedStep['who']) {
  const { document, state, directory, fitting } = context;
  const found = fitting.get(who) ?? candidates(document, state, directory, who, (user) => actorOf(context, user));
  fitting.set(who, found);
  return found;
}

const isAccepted = (context: PeopleContext, step: ProposedStep, user: DirectoryUser): boolean =>
  isAcceptedFrom(context, step, actorOf(context, user));

function actorOf({ directory, state, now, actors }: PeopleContext, { id }: DirectoryUser): Actor {
  const known = actors.get(id);
  if (known) return known;
  const on = osloDateOf(now);
  const parties = partiesOf(state, id, on);
  const actor = { ...staffActor(directory, id, on), ...(parties.length > 0 && { parties }) };
  actors.set(id, actor);
  return actor;
}

type Form = Pick<ProposedStep, 'command' | 'body' | 'input' | 'notBefore'>;

function isAcceptedFrom({ document, state, now, people }: PeopleContext, step: Form, by: Actor): boolean {
  const body = deepMerge({ type: step.command, ...step.body }, minimalBody(step.input)) as unknown as CommandBody;
  const command = { id: 'next', hash: '', by, people, body };
  const refusal = refusalOf({ core: document, speed: 1, ruleLevel: RULE_LEVEL }, state, command, now);
  return refusal === null || (step.notBefore !== undefined && refusal.code === 'held');
}

/** The roles that the person has in the case today. */
const partiesOf = ({ id, parties = [], phase }: Case, user: UserId, on: LocalDate) =>
  parties
    .filter((it) => it.party === user && covers(it, on) && (it.phases?.includes(phase) ?? true))
    .map(({ role }) => ({ case: id, role }));
