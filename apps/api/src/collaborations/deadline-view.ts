import type { Deadline, DeadlineParty, Rung } from '#domain/case/case.js';
import { creditor, debtor } from '#domain/deadline/parties.js';
import type { DeadlineView } from '#contracts/http/views/deadline.js';
import { personView } from './person-view.js';
import { labelOf } from './case-context.js';
import type { CaseContext } from './case-context.js';
import { recipientOf } from './recipient.js';

type Needs = Pick<CaseContext, 'document' | 'state' | 'directory' | 'away' | 'enquiry' | 'organisation' | 'language'>;

export function deadlineView(deadline: Deadline, context: Needs): DeadlineView {
  const { id, kind, nature, effect, calendar, state, basis, dueOn, dueAt, metAt, rungs } = deadline;
  const owedBy = debtor(context.state, deadline);
  return {
    id,
    kind,
    nature,
    label: labelOf(context.document.deadlines[kind], kind, context.language),
    owedBy: partyView(owedBy, context),
    owedTo: partyView(creditor(context.state, deadline), context),
    since: basis.at,
    dueOn,
    dueAt,
    effect,
    calendar,
    state,
    ...(metAt !== undefined && { metAt }),
    reminders: rungs.flatMap((rung) => (rung.done ? [reminderView(rung, owedBy, context)] : [])),
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

function reminderView({ rung, at, to, does, done }: Rung, owedBy: DeadlineParty, context: Needs) {
  const about = owedBy.user === undefined ? {} : { debtor: owedBy.user };
  return {
    rung,
    at,
    to: to.map((slot) => recipientOf(slot, context, about)),
    escalation: does !== 'remind',
    sent: done?.send ?? false,
  };
}
