import { osloDateOf } from '../../calendar/oslo-time.js';
import { isOwed } from '../../deadline/owed.js';
import { approvalWith, openApprovalOf } from '../../model/approvals.js';
import { refuse } from '../../model/refusal.js';
import { dayText } from '../../model/words/day-text.js';
import { isApprover, isPermitted, leadsUnit } from '../../policy/permits.js';
import { addDays } from '../../time.js';
import { appendEvent } from '../event-buffer.js';
import { giveNewDate } from './give-new-date.js';
import type { Case, UserId } from '../../model/case.js';
import type { Approval, ApprovalRequest, Approver } from '../../model/asked.js';
import type { Command } from '../../model/command.js';
import type { EventBuffer } from '../event-buffer.js';
import type { Refusal } from '../../model/refusal.js';
import type { CommandDefinitions } from './command-definition.js';

/** What a manager approves, and what a yes does. Nobody approves what they asked for, or for a case of their own. */
export const approvalCommands: CommandDefinitions<'answerApproval'> = {
  answerApproval: {
    label: { nb: 'Svar på det du er bedt om å godkjenne', en: 'Answer what you are asked to approve' },
    afterClose: true,
    handle(buffer, command, { approval: id, yes, reason }) {
      const approval = approvalToAnswer(buffer, command, id);
      if ('code' in approval) return approval;
      const refusal = yes ? refuseTooLate(buffer, approval) : null;
      if (refusal) return refusal;
      appendEvent(buffer, 'approvalAnswered', { approval: id, kind: approval.kind, yes, reason });
      if (yes) doApproved(buffer, approval, command.by.user);
      return null;
    },
  },
};

/** A manager needs nobody's approval in a case that is not their own. */
export const needsNoApproval = ({ ctx, state }: EventBuffer, { by }: Command): boolean =>
  by.user !== state.owner && isPermitted(ctx.core, state, by, ['manager']);

/** Asks for approval; done only when the answer is yes. */
export function askApproval(
  buffer: EventBuffer,
  command: Command,
  request: ApprovalRequest,
  { person, role }: { readonly person?: UserId; readonly role?: string } = {},
): Refusal | null {
  const { state } = buffer;
  const open = openApprovalOf(state, request);
  if (open)
    return refuse(
      'superseded',
      { nb: 'Det er alt bedt om godkjenning av dette.', en: 'Approval of this is already asked for.' },
      {
        command: 'answerApproval',
        role: 'approver',
        text: { nb: 'Den som er spurt, svarer ja eller nei.', en: 'Whoever is asked answers yes or no.' },
      },
      { approval: open.id },
    );
  const asked = role === undefined ? approverRole(state, command) : { role, unit: state.unit };
  const approver = { ...asked, ...(person !== undefined && { person }) };
  appendEvent(buffer, 'approvalAsked', { approval: `a${(state.approvals ?? []).length + 1}`, approver, ...request });
  return null;
}

/** A manager who does what was asked for answers it with a yes. */
export function answerOpenApproval(buffer: EventBuffer, request: ApprovalRequest): void {
  const open = openApprovalOf(buffer.state, request);
  const { kind, reason } = request;
  if (open) appendEvent(buffer, 'approvalAnswered', { approval: open.id, kind, yes: true, reason });
}

/** The leader of the unit; whoever is above, where the leader asks. */
function approverRole({ unit }: Case, { by: { grants } }: Command): Approver {
  const holds = (role: string): boolean => grants.some((grant) => grant.role === role && grant.unit === unit);
  const role = holds('kommunalsjef') ? 'kommunedirektor' : holds('leder') ? 'kommunalsjef' : 'leder';
  return { role, unit };
}

function approvalToAnswer({ state }: EventBuffer, { by }: Command, id: string): Approval | Refusal {
  const approval = approvalWith(state, id);
  if (!approval)
    return refuse('not-found', {
      nb: `Saken har ikke noe å godkjenne med id «${id}».`,
      en: `The case has nothing to approve with the id "${id}".`,
    });
  if (by.user === approval.askedBy || (by.user === state.owner && approval.approver.role !== 'owner'))
    return refuse(
      'same-person',
      {
        nb: 'Ingen godkjenner det de selv har bedt om, eller for en sak de selv har.',
        en: 'Nobody approves what they asked for themselves, or for a case of their own.',
      },
      {
        command: 'answerApproval',
        role: 'approver',
        text: { nb: 'En annen leder svarer.', en: 'Another manager answers.' },
      },
    );
  if (!isApprover(state, by, approval)) {
    const { approver } = approval;
    return refuse(
      'not-yours',
      { nb: 'Det er en annen som er bedt om å godkjenne dette.', en: 'Somebody else is asked to approve this.' },
      undefined,
      { approver },
    );
  }
  if (approval.lapsedAt !== undefined)
    return refuse('superseded', {
      nb: 'Det trengs ikke lenger noe svar: det som det ble spurt om, er gjort eller skyldes ikke lenger.',
      en: 'No answer is needed any more: what it was about is done, or no longer owed.',
    });
  return approval.answer
    ? refuse('superseded', { nb: 'Det er alt svart på dette.', en: 'This has already been answered.' }, undefined, {
        answered: approval.answer.at,
      })
    : approval;
}

/** What was asked for cannot be done any more; a no is always possible. */
function refuseTooLate({ state, now }: EventBuffer, approval: Approval): Refusal | null {
  const date = approval.kind === 'SUSPEND' ? approval.resumeOn : approval.until;
  if (date <= osloDateOf(now))
    return refuse('in-the-past', {
      nb: `${dayText(date).nb} er passert. Si nei, så kan det bes om en ny dato.`,
      en: `${dayText(date).en} has passed. Say no, and a new date can be asked for.`,
    });
  if (approval.kind === 'SUSPEND' && state.state !== 'OPEN')
    return refuse('not-in-phase', {
      nb: 'Saken er avsluttet eller alt på vent.',
      en: 'The case is closed or suspended already.',
    });
  const deadline = approval.kind !== 'SUSPEND' && state.deadlines.find(({ id }) => id === approval.deadline);
  return deadline && !isOwed(deadline)
    ? refuse('superseded', { nb: 'Fristen er avsluttet.', en: 'The deadline is over.' })
    : null;
}

function doApproved(buffer: EventBuffer, approval: Approval, approvedBy: UserId): void {
  if (approval.kind === 'SUSPEND') {
    const { reason, resumeOn } = approval;
    const from = addDays(osloDateOf(buffer.now), 1);
    appendEvent(buffer, 'caseSuspended', { reason, resumeOn, approvedBy, from });
  } else {
    const { deadline: id, until, reason } = approval;
    const deadline = buffer.state.deadlines.find((it) => it.id === id);
    if (deadline) giveNewDate(buffer, deadline, until, reason);
  }
}

/** Whether the person named may approve in this case: a manager of its unit, or above. */
export const mayApprove = ({ unit }: Case, { people }: Command, person: UserId): boolean => {
  const named = people[person];
  return named !== undefined && leadsUnit(named, unit);
};
