import { deadlineLabel, promisedLabel } from '#domain/deadline/deadline-label.js';
import { workingDaysLate } from '#domain/deadline/days-late.js';
import type { Case, Deadline, ResolvedParty, Rung } from '#domain/model/case.js';
import { osloDateOf } from '#domain/calendar/oslo-time.js';
import { creditor, debtor, personOwing } from '#domain/deadline/debtor-creditor.js';
import { isOwed } from '#domain/deadline/owed.js';
import { peopleOwing } from '#domain/people/duty-holders.js';
import type { SlotContext } from '#domain/people/resolve-slot.js';
import { addMillis } from '#domain/time.js';
import type { Instant } from '#domain/time.js';
import type { DeadlineView } from '#contracts/http/cases/deadline.js';
import { personView } from '../../people/person-view.js';
import { stateAt } from './case-context.js';
import type { CaseContext } from './case-context.js';
import { promiseView } from './promise-view.js';
import { actWithoutForm } from './act-view.js';
import { stepsIn } from './steps-in.js';
import { recipientOf } from './recipient.js';

type DeadlineContext = Pick<
  CaseContext,
  | 'document'
  | 'state'
  | 'whole'
  | 'directory'
  | 'ownershipHistory'
  | 'enquiry'
  | 'organisation'
  | 'language'
  | 'now'
  | 'texts'
  | 'reads'
>;

export function deadlineView(deadline: Deadline, context: DeadlineContext): DeadlineView {
  const endedAt = ownerInstantOf(deadline);
  const then = stateAt(context, endedAt);
  const on = osloDateOf(endedAt ?? context.now);
  const parties = {
    owedBy: debtor(context.document, then, deadline, on),
    owedTo: creditor(context.document, then, deadline, on),
  };
  const stateOn = (at: Instant) => stateAt(context, at);
  const isDebt = deadline.nature === 'DEBT' && isOwed(deadline);
  const act = isDebt ? actWithoutForm(stepsIn(context).stepFor(deadline), context) : {};
  return { ...viewWith(deadline, parties, { ...context, pauses: context.state.pauses }, stateOn), ...act };
}

/** A deadline that is owed now, of a case of which no more is known than its people. */
export function openDeadlineView(deadline: Deadline, parties: Parties, context: OpenDeadlineContext): DeadlineView {
  return viewWith(deadline, parties, context, () => context.state);
}

interface Parties {
  readonly owedBy: ResolvedParty;
  readonly owedTo: ResolvedParty;
}

type OpenDeadlineContext = Pick<
  CaseContext,
  'document' | 'directory' | 'enquiry' | 'organisation' | 'language' | 'now'
> & {
  readonly state: SlotContext['case'];
  readonly texts?: ReadonlyMap<string, unknown>;
  readonly pauses: Case['pauses'];
  /** The aspects of the case that the reader may see; all of them in lists of staff. */
  readonly reads?: CaseContext['reads'];
};

/** The entrepreneur reads it as it was promised. */
const labelFor = ({ reads }: Pick<OpenDeadlineContext, 'reads'>) =>
  reads?.has('internal') === false ? promisedLabel : deadlineLabel;

const NO_TEXTS: ReadonlyMap<string, unknown> = new Map();

/** @param stateOn  the case with the owner and unit that it had at an instant. */
function viewWith(
  deadline: Deadline,
  { owedBy, owedTo }: Parties,
  context: OpenDeadlineContext,
  stateOn: (at: Instant) => SlotContext['case'],
): DeadlineView {
  const { id, kind, nature, effect, calendar, state, basis, dueOn, dueAt, metAt, late, rungs } = deadline;
  const promise = promiseView(deadline, { texts: NO_TEXTS, ...context });
  const isLate = nature === 'DEBT' && isOwed(deadline);
  const daysLate = isLate ? workingDaysLate(deadline, context.pauses, osloDateOf(context.now)) : 0;
  return {
    id,
    kind,
    nature,
    ...(context.document.deadlines[kind]?.phaseSla && { measure: true as const }),
    label: labelFor(context)(context.document, id)?.[context.language] ?? kind,
    owedBy: partyView(owedBy, isOwed(deadline) ? context : { directory: context.directory }),
    owedTo: partyView(owedTo, { directory: context.directory }),
    since: basis.at,
    dueOn,
    dueAt,
    effect,
    calendar,
    state,
    ...(metAt !== undefined && { metAt }),
    ...(late && { late }),
    ...(promise && { promise }),
    ...(daysLate > 0 && { workingDaysLate: daysLate }),
    shared: owedBy.party === 'ENTREPRENEUR' || owedTo.party === 'ENTREPRENEUR',
    reminders: rungs.flatMap((rung) =>
      rung.done ? [reminderView(rung, rung.done, deadline, { ...context, state: stateOn(rung.done.recordedAt) })] : [],
    ),
  };
}

interface PartyContext extends Pick<CaseContext, 'directory'> {
  /** When it is owed now: names who has a role today, too. */
  readonly now?: Instant;
  readonly state?: SlotContext['case'];
}

export function partyView(owes: ResolvedParty, { directory, state, now }: PartyContext) {
  const { party, role, unit, user } = owes;
  const holders =
    party === 'MUNICIPALITY' && user === undefined && state && now !== undefined
      ? peopleOwing(directory, owes, state, osloDateOf(now)).map(({ id, name }) => ({ user: id, name }))
      : [];
  return {
    party,
    role,
    ...(unit !== undefined && { unit }),
    ...(user !== undefined && { user, name: personView(directory, user).name }),
    ...(holders.length > 0 && { ...holders[0], holders }),
  };
}

/**
 * The instant whose owner owed an ended deadline; undefined for the present owner.
 * It is just before `metAt`, because the event that met the deadline may have changed the owner.
 */
function ownerInstantOf({ state, metAt, basis }: Deadline): Instant | undefined {
  if (metAt !== undefined) return addMillis(metAt, -1);
  return state === 'CANCELLED' ? basis.at : undefined;
}

/** Recipients are resolved as of the time the reminder was sent. */
function reminderView(
  { rung, at, action }: Rung,
  done: NonNullable<Rung['done']>,
  deadline: Deadline,
  context: OpenDeadlineContext,
) {
  const user = personOwing(context.state, deadline);
  const about = { on: osloDateOf(done.recordedAt), ...(user !== undefined && { debtor: user }) };
  return {
    rung,
    at,
    to: done.to.map((slot) => recipientOf(slot, context, about)),
    escalation: action !== 'remind',
    sent: done.send,
  };
}
