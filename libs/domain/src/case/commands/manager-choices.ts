import { isOwed } from '../../deadline/owed.js';
import { refuse } from '../../model/refusal.js';
import { appendEvent } from '../event-buffer.js';
import { refuseNewDay } from './give-new-date.js';
import { handoverSendingCommands, newDraft, refuseReceivers, withdrawOpenHandover } from './handover-sending.js';
import { responsibilityCommands } from './responsibility.js';
import { userRef } from './command-definition.js';
import type { Case, Deadline, Handover } from '../../model/case.js';
import type { Command, CommandBodies } from '../../model/command.js';
import type { Refusal } from '../../model/refusal.js';
import type { LocalDate } from '../../time.js';
import type { EventBuffer } from '../event-buffer.js';
import type { CommandDefinitions } from './command-definition.js';

/** What a manager chooses when those who owed an answer gave none. The command does what was chosen. */
export const managerChoiceCommands: CommandDefinitions<'resolveLapsed' | 'chooseEscalated'> = {
  resolveLapsed: {
    label: { nb: 'Velg hva som skjer med overleveringen', en: 'Choose what becomes of the handover' },
    refusedWhileSuspended: true,
    refs: ({ receivers = [] }) =>
      handoverSendingCommands.draftHandover.refs?.({ purpose: 'PHASE', receivers, package: '' }) ?? [],
    handle(buffer, command, body) {
      const lapsed = lapsedHandover(buffer.state);
      if ('code' in lapsed) return lapsed;
      const refusal = refuseChoice(buffer, command, lapsed, body);
      if (refusal) return refusal;
      const { choice, until, reason } = body;
      appendEvent(buffer, 'lapsedResolved', {
        handover: lapsed.id,
        choice,
        ...(choice === 'EXTEND' && until !== undefined && { until }),
        reason,
      });
      if (choice === 'REASSIGN') sendAnew(buffer, command, lapsed, body.receivers ?? []);
      if (choice === 'STOP') appendEvent(buffer, 'caseStopped', { reason });
      return null;
    },
  },

  chooseEscalated: {
    label: { nb: 'Velg hva som skjer med det som ikke er besvart', en: 'Choose what becomes of the missed answer' },
    refs: ({ owner }) => (owner === undefined ? [] : userRef('/owner', owner)),
    afterClose: true,
    handle(buffer, command, { deadline: id, choice, owner, until, reason }) {
      const missed = missedLegalDebt(buffer.state, id);
      if ('code' in missed) return missed;
      const closed = refuseOnClosed(buffer.state, choice);
      if (closed) return closed;
      const refusal =
        choice === 'EXTEND'
          ? refuseDate(buffer, until)
          : choice === 'REASSIGN'
            ? assignOther(buffer, command, owner)
            : null;
      if (refusal) return refusal;
      appendEvent(buffer, 'escalationChosen', {
        deadline: missed.id,
        choice,
        ...(choice === 'EXTEND' && until !== undefined && { until }),
        ...(choice === 'REASSIGN' && owner !== undefined && { owner }),
        reason,
      });
      if (choice === 'STOP') {
        withdrawOpenHandover(buffer, reason);
        appendEvent(buffer, 'caseStopped', { reason });
      }
      return null;
    },
  },
};

/** The handover that nobody answered and for which nothing is chosen yet. */
function lapsedHandover({ handovers }: Case): Handover | Refusal {
  const current = handovers.at(-1);
  return current?.state === 'LAPSED'
    ? current
    : refuse('no-open-handover', {
        nb: 'Ingen overlevering står uten svar, så det er ikke noe å velge.',
        en: 'No handover has been left without an answer, so there is nothing to choose.',
      });
}

function refuseChoice(
  buffer: EventBuffer,
  command: Command,
  { purpose }: Handover,
  { choice, until, receivers }: CommandBodies['resolveLapsed'],
): Refusal | null {
  if (choice === 'EXTEND') return refuseDate(buffer, until);
  if (choice !== 'REASSIGN') return null;
  return receivers === undefined
    ? refuse('out-of-range', { nb: 'Nye mottakere må oppgis.', en: 'New receivers must be given.' })
    : refuseReceivers(buffer, command, { purpose, receivers });
}

/** The same package to other receivers. */
function sendAnew(
  buffer: EventBuffer,
  command: Command,
  lapsed: Handover,
  receivers: { unit: string; person: string }[],
): void {
  const { purpose, package: sections, attachments } = lapsed;
  const draft = { purpose, receivers, package: sections, ...(attachments && { attachments: [...attachments] }) };
  appendEvent(buffer, 'handoverDrafted', newDraft(buffer, command, draft));
  appendEvent(buffer, 'handoverSent', { handover: buffer.state.handovers.at(-1)?.id ?? '' });
}

function missedLegalDebt({ deadlines }: Case, id: string): Deadline | Refusal {
  const deadline = deadlines.find((it) => it.id === id);
  if (!deadline)
    return refuse('not-found', { nb: `Saken har ingen frist «${id}».`, en: `The case has no deadline "${id}".` });
  if (deadline.effect !== 'LEGAL' || deadline.nature !== 'DEBT' || deadline.owedBy.party !== 'MUNICIPALITY')
    return refuse('out-of-range', {
      nb: 'Valget gjelder bare svar som kommunen skylder etter loven.',
      en: 'The choice is only for answers that the municipality owes by law.',
    });
  return deadline.state === 'BREACHED' && isOwed(deadline)
    ? deadline
    : refuse('superseded', {
        nb: 'Fristen er ikke brutt, eller svaret er gitt.',
        en: 'The deadline is not missed, or the answer has been given.',
      });
}

function refuseOnClosed({ closedAt }: Case, choice: CommandBodies['chooseEscalated']['choice']): Refusal | null {
  if (closedAt === undefined || choice === 'EXTEND' || choice === 'DECIDE') return null;
  return refuse(
    'already-closed',
    { nb: 'Saken er avsluttet.', en: 'The case is closed.' },
    {
      command: 'reopen',
      role: 'leder',
      text: { nb: 'Gjenåpne saken først.', en: 'Reopen the case first.' },
    },
  );
}

function refuseDate(buffer: EventBuffer, until: LocalDate | undefined): Refusal | null {
  if (until === undefined)
    return refuse('out-of-range', { nb: 'En ny dato må oppgis.', en: 'A new date must be given.' });
  return refuseNewDay(buffer, until);
}

function assignOther(buffer: EventBuffer, command: Command, owner: string | undefined): Refusal | null {
  if (owner === undefined)
    return refuse('out-of-range', { nb: 'Ny saksbehandler må oppgis.', en: 'Name a new owner.' });
  if (owner === buffer.state.owner)
    return refuse('same-person', { nb: 'Personen har saken allerede.', en: 'The person already has the case.' });
  return responsibilityCommands.assignOwner.handle(buffer, command, { owner });
}
