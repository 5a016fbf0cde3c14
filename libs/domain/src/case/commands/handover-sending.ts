import { osloDateOf } from '../../calendar/oslo-time.js';
import { handoverBlockers } from '../../gate/blockers.js';
import { capacitiesOf, placeOfCapacity } from '../../gate/capacities.js';
import { requiredReceivers } from '../../gate/required-receivers.js';
import { isAwaitingAnswer, isDecisionHandedOver } from '../../model/handover-state.js';
import { refuse } from '../../model/refusal.js';
import { earliestText } from '../../model/words/day-text.js';
import { refuseConflictAsCaseHandler } from '../../policy/conflict-of-interest.js';
import { appendEvent } from '../event-buffer.js';
import type { Case, Handover } from '../../model/case.js';
import type { Capacity } from '../../process/process-document.js';
import type { EventBodies } from '../../model/events.js';
import type { Command, CommandBodies } from '../../model/command.js';
import type { EventBuffer } from '../event-buffer.js';
import type { Refusal } from '../../model/refusal.js';
import type { CommandDefinitions } from './command-definition.js';

/** What the sender does with a handover. */
export const handoverSendingCommands: CommandDefinitions<'draftHandover' | 'sendHandover' | 'withdrawHandover'> = {
  draftHandover: {
    label: { nb: 'Skriv overlevering', en: 'Draft the handover' },
    refusedWhileSuspended: true,
    refs: ({ receivers }) =>
      receivers.flatMap(({ unit, person }, index) => [
        { pointer: `/receivers/${index}/unit`, id: unit, kind: 'unit' },
        { pointer: `/receivers/${index}/person`, id: person, kind: 'staff' },
      ]),
    handle(buffer, command, body) {
      const refusal = refuseWhileUnanswered(buffer.state) ?? refuseReceivers(buffer, command, body);
      if (refusal) return refusal;
      appendEvent(buffer, 'handoverDrafted', newDraft(buffer, command, body));
      return null;
    },
  },

  sendHandover: {
    label: { nb: 'Send overlevering', en: 'Send the handover' },
    refusedWhileSuspended: true,
    handle(buffer, command) {
      const current = handoverToSend(buffer.state);
      if ('code' in current) return current;
      if (current.receivers.some(({ person }) => person === command.by.user)) {
        return refuse('same-person', {
          nb: 'Den som skal ta imot kan ikke være den som sender.',
          en: 'The receiver cannot be the sender.',
        });
      }
      const early = current.purpose === 'PHASE' ? refuseBeforeTold(buffer) : null;
      if (early) return early;
      appendEvent(buffer, 'handoverSent', { handover: current.id });
      return null;
    },
  },

  withdrawHandover: {
    label: { nb: 'Trekk overleveringen', en: 'Withdraw the handover' },
    handle(buffer, _command, { reason }) {
      const current = openHandover(buffer.state);
      if ('code' in current) return current;
      appendEvent(buffer, 'handoverWithdrawn', { handover: current.id, reason });
      return null;
    },
  },
};

type Draft = CommandBodies['draftHandover'];

/** Whether these people may receive what the handover is about. */
export function refuseReceivers(
  buffer: EventBuffer,
  command: Command,
  draft: Pick<Draft, 'purpose' | 'toPhase' | 'receivers'>,
): Refusal | null {
  const refusal = draft.purpose === 'PHASE' ? refusePhaseDraft(buffer, command, draft) : refuseTransferDraft(draft);
  if (refusal) return refusal;
  if (draft.receivers.some(({ person }) => person === buffer.state.owner || person === command.by.user)) {
    return refuse('same-person', {
      nb: 'Den som sender kan ikke være den som tar imot.',
      en: 'The sender cannot be the receiver.',
    });
  }
  for (const { person } of draft.receivers) {
    const conflict = refuseConflictAsCaseHandler(buffer, command, person);
    if (conflict) return conflict;
  }
  return null;
}

/** A new handover, or the present draft anew. */
export function newDraft(
  { state, ctx }: EventBuffer,
  { people }: Command,
  draft: Pick<Draft, 'purpose' | 'receivers' | 'package' | 'attachments' | 'proof'>,
): EventBodies['handoverDrafted'] {
  const { decision, handovers, unit, owner } = state;
  const capacities = draft.purpose === 'PHASE' ? capacitiesOf(ctx.core, state, people, draft.receivers) : [];
  const current = handovers.at(-1);
  const accepted = draft.purpose === 'PHASE' ? acceptedLastHandover(state) : new Set<string>();
  return {
    handover: current?.state === 'DRAFT' ? current.id : `h${handovers.length + 1}`,
    purpose: draft.purpose,
    from: { unit, person: owner },
    receivers: draft.receivers.map((it, place) => ({
      ...it,
      ...(capacities[place]?.length && { capacities: capacities[place] }),
      state: 'WAITING',
      ...(accepted.has(it.person) && { hadAccepted: true }),
    })),
    package: draft.package,
    ...(draft.attachments && { attachments: [...draft.attachments] }),
    ...(draft.proof && { proof: draft.proof }),
    ...(draft.purpose === 'PHASE' && decision && { gate: decision.gate, toPhase: decision.toPhase }),
  };
}

/** Nothing new is drafted or decided while a handover awaits an answer, or a choice when it got none. */
export function refuseWhileUnanswered(state: Case): Refusal | null {
  if (state.handovers.at(-1)?.state === 'LAPSED')
    return refuse(
      'handover-open',
      {
        nb: 'Ingen svarte på overleveringen. Lederen velger først hva som skal skje med den.',
        en: 'Nobody answered the handover. The manager first chooses what becomes of it.',
      },
      {
        command: 'resolveLapsed',
        role: 'leder',
        text: {
          nb: 'Velg: mer tid, andre mottakere, ta den tilbake eller stanse.',
          en: 'Choose: more time, other receivers, take it back or stop.',
        },
      },
    );
  return isAwaitingAnswer(state.handovers.at(-1))
    ? refuse('handover-open', {
        nb: 'En overlevering er sendt og ikke besvart.',
        en: 'A handover is sent and not answered.',
      })
    : null;
}

export function withdrawOpenHandover(buffer: EventBuffer, reason: string): void {
  const current = openHandover(buffer.state);
  if (!('code' in current)) appendEvent(buffer, 'handoverWithdrawn', { handover: current.id, reason });
}

/** The handover that is drafted or sent and not ended. */
export function openHandover(state: Case): Handover | Refusal {
  const current = state.handovers.at(-1);
  return isAwaitingAnswer(current) || current?.state === 'DRAFT'
    ? current
    : refuse('no-open-handover', { nb: 'Ingen overlevering er åpen.', en: 'No handover is open.' });
}

function handoverToSend(state: Case): Handover | Refusal {
  const current = state.handovers.at(-1);
  if (isAwaitingAnswer(current))
    return refuse('handover-open', { nb: 'Overleveringen er allerede sendt.', en: 'The handover is already sent.' });
  if (current?.state === 'DRAFT') return current;
  return refuse(
    'no-open-handover',
    { nb: 'Ingen overlevering er skrevet.', en: 'No handover is drafted.' },
    {
      command: 'draftHandover',
      role: 'owner',
      text: { nb: 'Skriv overleveringen først.', en: 'Draft the handover first.' },
    },
  );
}

/** Decide, tell, hand over: what rests on the decision is done before the case leaves. */
function refuseBeforeTold({ state, ctx }: EventBuffer): Refusal | null {
  const [first] = handoverBlockers(ctx.core, state);
  if (!first) return null;
  const detail = first.until
    ? earliestText(osloDateOf(first.until))
    : {
        nb: 'Noe som følger av beslutningen, må gjøres før saken overleveres.',
        en: 'Something that follows from the decision must be done before the case is handed over.',
      };
  return refuse(
    'gate-blocked',
    detail,
    { ...first.unblock, text: { nb: 'Fullfør punktet.', en: 'Complete the item.' } },
    { blocker: first },
  );
}

function refusePhaseDraft(
  buffer: EventBuffer,
  command: Command,
  { toPhase, receivers }: Pick<Draft, 'toPhase' | 'receivers'>,
): Refusal | null {
  const { state } = buffer;
  const { decision } = state;
  if (!decision || isDecisionHandedOver(state, decision.gate, decision.seq)) {
    const text = { nb: 'Beslutningen må tas først.', en: 'The decision must be taken first.' };
    return refuse(
      'gate-blocked',
      { nb: 'Ingen beslutning venter på overlevering.', en: 'No decision waits for a handover.' },
      {
        command: 'decideGate',
        role: 'leder',
        text,
      },
    );
  }
  if (toPhase !== undefined && toPhase !== decision.toPhase)
    return refuse('out-of-range', {
      nb: 'Beslutningen gjelder en annen fase.',
      en: 'The decision is about another phase.',
    });
  const missing = requiredReceivers(buffer.ctx.core, state).find(
    (capacity) => placeOfCapacity(buffer.ctx.core, state, command.people, receivers, capacity) < 0,
  );
  return missing
    ? refuse(
        'out-of-range',
        {
          nb: `Det mangler en mottaker i en av rollene ${rolesOf(missing)}.`,
          en: `There is no receiver in any of the roles ${rolesOf(missing)}.`,
        },
        undefined,
        { capacity: missing },
      )
    : null;
}

/** The roles in which somebody may receive, by their ids. */
const rolesOf = ({ who }: Capacity): string => [...new Set(who.map((one) => one.split('@')[0]))].join(', ');

function refuseTransferDraft({ receivers, toPhase }: Pick<Draft, 'toPhase' | 'receivers'>): Refusal | null {
  if (toPhase !== undefined)
    return refuse('out-of-range', {
      nb: 'En oversending skifter ikke fase.',
      en: 'A transfer within the phase does not change the phase.',
    });
  return receivers.length === 1
    ? null
    : refuse('out-of-range', {
        nb: 'En oversending har én mottaker.',
        en: 'A transfer within the phase has one receiver.',
      });
}

/** People who had accepted the last handover of the same gate, when that one was not completed. */
function acceptedLastHandover(state: Case): Set<string> {
  const last = state.handovers.findLast(
    (it) => it.purpose === 'PHASE' && it.gate === state.decision?.gate && it.state !== 'DRAFT',
  );
  if (!last || last.state === 'ACCEPTED') return new Set();
  return new Set(last.receivers.filter((it) => it.state === 'ACCEPTED' || it.hadAccepted).map((it) => it.person));
}
