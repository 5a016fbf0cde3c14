import type { Deadline, DeadlineParty, Rung } from '#domain/model/case.js';
import { osloDateOf } from '#domain/calendar/oslo.js';
import { creditor, debtor } from '#domain/deadline/parties.js';
import { addMillis } from '#domain/time.js';
import type { Instant } from '#domain/time.js';
import type { DeadlineView } from '#contracts/http/views/deadline.js';
import { personView } from '../people/directory/person-view.js';
import { labelOf, stateAt } from './case-context.js';
import type { CaseContext } from './case-context.js';
import { recipientOf } from './recipient.js';

type Needs = Pick<
  CaseContext,
  'document' | 'state' | 'directory' | 'custody' | 'enquiry' | 'organisation' | 'language'
>;

export function deadlineView(deadline: Deadline, context: Needs): DeadlineView {
  const { id, kind, nature, effect, calendar, state, basis, dueOn, dueAt, metAt, rungs } = deadline;
  const then = stateAt(context, endOf(deadline));
  return {
    id,
    kind,
    nature,
    label: labelOf(context.document.deadlines[kind], kind, context.language),
    owedBy: partyView(debtor(then, deadline), context),
    owedTo: partyView(creditor(then, deadline), context),
    since: basis.at,
    dueOn,
    dueAt,
    effect,
    calendar,
    state,
    ...(metAt !== undefined && { metAt }),
    reminders: rungs.flatMap((rung) => (rung.done ? [reminderView(rung, rung.done, deadline, context)] : [])),
  };
}

export function partyView({ party, role, unit, user }: DeadlineParty, { directory }: Pick<CaseContext, 'directory'>) {
  return {
    party,
    role,
    ...(unit !== undefined && { unit }),
    ...(user !== undefined && { user, name: personView(directory, user).name }),
  };
}

/** What is over was owed by those who had the case then, just before it was met. */
function endOf({ state, metAt, basis }: Deadline): Instant | undefined {
  if (metAt !== undefined) return addMillis(metAt, -1);
  return state === 'CANCELLED' ? basis.at : undefined;
}

/** A reminder went to those who had the case when it went. */
function reminderView(
  { rung, at, to, does }: Rung,
  done: NonNullable<Rung['done']>,
  deadline: Deadline,
  context: Needs,
) {
  const state = stateAt(context, done.recordedAt);
  const { user } = debtor(state, deadline);
  const about = { on: osloDateOf(done.recordedAt), ...(user !== undefined && { debtor: user }) };
  return {
    rung,
    at,
    to: to.map((slot) => recipientOf(slot, { ...context, state }, about)),
    escalation: does !== 'remind',
    sent: done.send,
  };
}
