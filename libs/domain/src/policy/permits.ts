import { approvalWith, openApprovals } from '../model/approvals.js';
import { agreedSteps, isHers, plannedMeetings, stepWith } from '../model/meetings.js';
import { openQuestions, questionWith } from '../model/questions.js';
import { latestNamed } from '../model/named-by-facts.js';
import { UNIT_PLACES } from '../process/process-document.js';
import { osloDateOf } from '../calendar/oslo-time.js';
import { covers } from '../period.js';
import { EVALUATION_GROUP, PARTY_PREFIX } from './roles.js';
import type { Case, UserId } from '../model/case.js';
import type { Approval, Asked } from '../model/asked.js';
import type { AgreedStep, Meeting } from '../model/meetings.js';
import type { Actor, Grant } from '../model/command.js';
import type { ProcessCore, Who } from '../process/process-document.js';

/** Begins a `Who` for whoever is asked this one question. No process document names a question. */
export const ASKED_PREFIX = 'asked:';

/** Begins a `Who` for whoever is asked to approve this one thing. */
export const APPROVER_PREFIX = 'approver:';

/** Begins a `Who` for whoever owes this one step that was agreed. */
export const STEP_PREFIX = 'stepOwner:';

/** Roles that manage a unit. A director has one grant for every unit of the sector. */
export const MANAGER_ROLES: readonly string[] = ['leder', 'kommunalsjef', 'kommunedirektor'];

/** Whether the rule names the actor. */
export function isPermitted(core: ProcessCore, state: Case, actor: Actor, rule: readonly Who[]): boolean {
  return rule.some((who) => hasRelation(core, state, actor, who));
}

export function hasRelation(core: ProcessCore, state: Case, actor: Actor, who: Who): boolean {
  switch (who) {
    case 'owner':
    case 'sender':
      return canActFor(actor, state.owner);
    case 'deputy':
      return state.deputy !== null && canActFor(actor, state.deputy);
    case 'contact':
      return canActFor(actor, state.contact);
    case 'entrepreneur':
      return representsEntrepreneur(state, actor);
    case 'receiver':
      return currentReceivers(state).some((person) => canActFor(actor, person));
    case 'asked':
      return openQuestions(state).some((question) => isAsked(actor, question));
    case 'debtHolder':
      return state.deadlines.some(({ heldBy }) => heldBy !== undefined && canActFor(actor, heldBy));
    case 'approver':
      return openApprovals(state).some((approval) => isApprover(state, actor, approval));
    case 'stepOwner':
      return agreedSteps(state).some((step) => isStepOwner(state, actor, step));
    case 'meetingPlanner':
      return plannedMeetings(state).some((meeting) => isPlanner(state, actor, meeting));
    case 'manager':
      return actor.grants.some(({ role, unit }) => unit === state.unit && MANAGER_ROLES.includes(role));
    default:
      if (who.startsWith(APPROVER_PREFIX)) return isApproverOfThis(state, actor, who.slice(APPROVER_PREFIX.length));
      if (who.startsWith(STEP_PREFIX)) return owesThisStep(state, actor, who.slice(STEP_PREFIX.length));
      if (who.startsWith(ASKED_PREFIX)) return isAskedThis(state, actor, who.slice(ASKED_PREFIX.length));
      return who.startsWith(PARTY_PREFIX)
        ? hasCaseRole(state, actor, who.slice(PARTY_PREFIX.length))
        : holdsRole(core, state, actor, who);
  }
}

/** Whether the actor is the person, or substitutes for them today. */
export function canActFor({ user, standsInFor }: Actor, person: string): boolean {
  return user === person || (standsInFor?.includes(person) ?? false);
}

/** Whether the person leads the unit, or those who do. */
export const leadsUnit = ({ grants }: { readonly grants: readonly Grant[] }, unit: string): boolean =>
  grants.some((grant) => MANAGER_ROLES.includes(grant.role) && grant.unit === unit);

/** Whether it is for the actor to answer: the person asked, or the leader of the unit asked. */
export const isAsked = (actor: Actor, { unit, person }: Asked): boolean =>
  (person !== undefined && canActFor(actor, person)) || leadsUnit(actor, unit);

/** Whether it is for the actor to approve: whoever has the case, the person who is asked, or a manager of the unit. */
export function isApprover(state: Case, actor: Actor, { approver: { unit, person, role } }: Approval): boolean {
  if (role !== 'owner') return (person !== undefined && canActFor(actor, person)) || leadsUnit(actor, unit);
  const handlers = state.deputy === null ? [state.owner] : [state.owner, state.deputy];
  return handlers.some((handler) => canActFor(actor, handler)) || leadsUnit(actor, state.unit);
}

/**
 * Whether the actor answers for what was agreed: the person or the leader of that person's unit, the leader of the unit, whoever
 * has the case, or who speaks for the entrepreneur.
 */
export function isStepOwner(state: Case, actor: Actor, step: AgreedStep): boolean {
  if (isHers(step)) return representsEntrepreneur(state, actor);
  if (step.withCase) return canActFor(actor, state.owner) || (state.deputy !== null && canActFor(actor, state.deputy));
  const { owner, unit } = step;
  if ('unit' in owner) return leadsUnit(actor, owner.unit);
  return 'person' in owner && (canActFor(actor, owner.person) || (unit !== undefined && leadsUnit(actor, unit)));
}

const isPlanner = ({ owner }: Case, actor: Actor, { planner, withCase }: Meeting): boolean =>
  withCase ? canActFor(actor, owner) : planner !== null && canActFor(actor, planner);

function owesThisStep(state: Case, actor: Actor, id: string): boolean {
  const step = stepWith(state, id);
  return step !== undefined && isStepOwner(state, actor, step);
}

function isApproverOfThis(state: Case, actor: Actor, id: string): boolean {
  const approval = approvalWith(state, id);
  return approval !== undefined && isApprover(state, actor, approval);
}

function isAskedThis(state: Case, actor: Actor, id: string): boolean {
  const question = questionWith(state, id);
  return question !== undefined && isAsked(actor, question);
}

/** Represents the organisation, or the entrepreneur in this one case; without tokens only the entrepreneur does. */
export function representsEntrepreneur(
  { id, organisation, entrepreneur }: Case,
  { user, speaksFor: tokens }: Actor,
): boolean {
  if (!tokens) return user === entrepreneur;
  return tokens.includes(`case:${id}`) || (organisation !== null && tokens.includes(`org:${organisation}`));
}

/** The receivers from whom the newest handover awaits an answer. */
export function currentReceivers(state: Case): readonly UserId[] {
  const handover = state.handovers.at(-1);
  return handover && (handover.state === 'SENT' || handover.state === 'ACKNOWLEDGED')
    ? handover.receivers.map((it) => it.person)
    : [];
}

/** Holds the role in the case, or acts for a colleague who does; in an evaluation group everybody answers for themselves. */
function hasCaseRole({ id, parties: people = [], lastActAt }: Case, actor: Actor, role: string): boolean {
  const { parties = [], standsInFor = [] } = actor;
  if (parties.some((party) => party.role === role && party.case === id)) return true;
  if (standsInFor.length === 0 || role === EVALUATION_GROUP) return false;
  const on = osloDateOf(lastActAt);
  return people.some((it) => it.role === role && standsInFor.includes(it.party) && covers(it, on));
}

function holdsRole(core: ProcessCore, state: Case, actor: Actor, who: Who): boolean {
  const { role, unit } = roleAndUnitOf(core, state, who);
  return (
    actor.grants.some((grant) => grant.role === role && (unit === null || grant.unit === unit)) ||
    hasCaseRole(state, actor, role)
  );
}

/** The role of a `Who` and the unit in which it must be held; null means any unit. */
export function roleAndUnitOf(
  core: ProcessCore,
  state: Case,
  who: Who,
): { readonly role: string; readonly unit: string | null } {
  const [role = '', place = 'any'] = who.split('@');
  return { role, unit: place === 'any' ? null : unitOfPlace(core, state, place) };
}

/** The unit that a fact names for the place, else that of the place before it, else the case's unit. */
export function unitOfPlace(core: ProcessCore, state: Case, place: string): string {
  const places = UNIT_PLACES.slice(0, UNIT_PLACES.findIndex((it) => it === place) + 1);
  const units = places.map((it) => latestNamed(core, state, it)).filter((unit) => typeof unit === 'string');
  return units.at(-1) ?? state.unit;
}
