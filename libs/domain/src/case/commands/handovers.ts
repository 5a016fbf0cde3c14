import { requiredReceivers } from '../../gate/required-receivers.js';
import { canActFor, roleAndUnitOf } from '../../policy/permits.js';
import { refuseConflictAsCaseHandler } from '../../policy/conflict-of-interest.js';
import { appendEvent } from '../event-buffer.js';
import { refuse } from '../../model/refusal.js';
import type { Case, Handover, Receiver } from '../../model/case.js';
import type { Actor, Command, CommandBodies } from '../../model/command.js';
import type { EventBuffer } from '../event-buffer.js';
import type { Refusal } from '../../model/refusal.js';
import type { Capacity, GateId } from '../../process/process-document.js';
import type { CommandHandlers } from './command-handler.js';

export const handoverCommands: CommandHandlers<
  | 'draftHandover'
  | 'sendHandover'
  | 'acknowledgeHandover'
  | 'acceptHandover'
  | 'returnHandover'
  | 'declineHandover'
  | 'withdrawHandover'
> = {
  draftHandover(buffer, command, body) {
    const { state } = buffer;
    const current = state.handovers.at(-1);
    if (isAwaitingAnswer(current)) return refuse('handover-open', 'En overlevering er sendt og ikke besvart.');
    const refusal = body.purpose === 'PHASE' ? refusePhaseDraft(buffer, command, body) : refuseTransferDraft(body);
    if (refusal) return refusal;
    if (body.receivers.some(({ person }) => person === state.owner || person === command.by.user)) {
      return refuse('same-person', 'Den som sender kan ikke være den som tar imot.');
    }
    for (const { person } of body.receivers) {
      const conflict = refuseConflictAsCaseHandler(buffer, command, person);
      if (conflict) return conflict;
    }
    const accepted = body.purpose === 'PHASE' ? acceptedInLastRound(state) : new Set<string>();
    appendEvent(buffer, 'handoverDrafted', {
      handover: current?.state === 'DRAFT' ? current.id : `h${state.handovers.length + 1}`,
      purpose: body.purpose,
      from: { unit: state.unit, person: state.owner },
      receivers: body.receivers.map((it) => ({
        ...it,
        state: 'WAITING',
        ...(accepted.has(it.person) && { hadAccepted: true }),
      })),
      package: body.package,
      ...(body.purpose === 'PHASE' && state.decision && { gate: state.decision.gate, toPhase: state.decision.toPhase }),
    });
    return null;
  },

  sendHandover(buffer, command) {
    const current = buffer.state.handovers.at(-1);
    if (isAwaitingAnswer(current)) return refuse('handover-open', 'Overleveringen er allerede sendt.');
    if (current?.state !== 'DRAFT') {
      return refuse('no-open-handover', 'Ingen overlevering er skrevet.', {
        command: 'draftHandover',
        role: 'owner',
        text: 'Skriv overleveringen først.',
      });
    }
    if (current.receivers.some(({ person }) => person === command.by.user)) {
      return refuse('same-person', 'Den som skal ta imot kan ikke være den som sender.');
    }
    appendEvent(buffer, 'handoverSent', { handover: current.id });
    return null;
  },

  acknowledgeHandover(buffer, command) {
    const found = findReceiver(buffer, command);
    if ('code' in found) return found;
    if (found.receiver.state === 'WAITING')
      appendEvent(buffer, 'handoverAcknowledged', { handover: found.handover.id, receiver: found.index });
    return null;
  },

  acceptHandover(buffer, command, { conditions }) {
    const found = findReceiver(buffer, command);
    if ('code' in found) return found;
    const { handover, receiver, index } = found;
    if (receiver.state === 'ACCEPTED') return null;
    if (receiver.state === 'WAITING')
      appendEvent(buffer, 'handoverAcknowledged', { handover: handover.id, receiver: index });
    appendEvent(buffer, 'handoverAccepted', {
      handover: handover.id,
      receiver: index,
      ...(conditions !== undefined && { conditions }),
    });
    const now = buffer.state.handovers.at(-1);
    if (now?.receivers.every((it) => it.state === 'ACCEPTED')) completeHandover(buffer, now);
    return null;
  },

  returnHandover(buffer, command, { gaps }) {
    const found = findReceiver(buffer, command);
    if ('code' in found) return found;
    if (found.receiver.state === 'ACCEPTED') return refuse('no-open-handover', 'Du har allerede tatt imot.');
    appendEvent(buffer, 'handoverReturned', { handover: found.handover.id, receiver: found.index, gaps });
    return null;
  },

  declineHandover(buffer, command, { reason, alternative }) {
    const found = findReceiver(buffer, command);
    if ('code' in found) return found;
    if (found.receiver.state === 'ACCEPTED') return refuse('no-open-handover', 'Du har allerede tatt imot.');
    appendEvent(buffer, 'handoverDeclined', {
      handover: found.handover.id,
      receiver: found.index,
      reason,
      alternative,
    });
    return null;
  },

  withdrawHandover(buffer, _command, { reason }) {
    const current = buffer.state.handovers.at(-1);
    if (!current || !(isAwaitingAnswer(current) || current.state === 'DRAFT'))
      return refuse('no-open-handover', 'Ingen overlevering er åpen.');
    appendEvent(buffer, 'handoverWithdrawn', { handover: current.id, reason });
    return null;
  },
};

type Sent = Handover & { readonly state: 'SENT' | 'ACKNOWLEDGED' };

export function isAwaitingAnswer(handover: Handover | undefined): handover is Sent {
  return handover?.state === 'SENT' || handover?.state === 'ACKNOWLEDGED';
}

function refusePhaseDraft(
  buffer: EventBuffer,
  command: Command,
  { toPhase, receivers }: CommandBodies['draftHandover'],
): Refusal | null {
  const { state } = buffer;
  const { decision } = state;
  if (!decision || isDecisionHandedOver(state, decision.gate, decision.seq)) {
    const text = 'Beslutningen må tas først.';
    return refuse('gate-blocked', 'Ingen beslutning venter på overlevering.', {
      command: 'decideGate',
      role: 'leder',
      text,
    });
  }
  if (toPhase !== undefined && toPhase !== decision.toPhase)
    return refuse('out-of-range', `Beslutningen gjelder ${decision.toPhase}.`);
  const missing = requiredReceivers(buffer.ctx.core, state).find(
    (capacity) => !hasReceiverFor(buffer, command, receivers, capacity),
  );
  return missing
    ? refuse('out-of-range', `Mottakere mangler: ${missing.capacity}.`, undefined, { capacity: missing })
    : null;
}

function refuseTransferDraft({ receivers, toPhase }: CommandBodies['draftHandover']): Refusal | null {
  if (toPhase !== undefined) return refuse('out-of-range', 'En oversending skifter ikke fase.');
  return receivers.length === 1 ? null : refuse('out-of-range', 'En oversending har én mottaker.');
}

/** Whether a receiver holds the capacity; one person may hold several. */
function hasReceiverFor(
  { state, ctx }: EventBuffer,
  command: Command,
  receivers: readonly { unit: string; person: string }[],
  { who }: Capacity,
): boolean {
  return receivers.some(({ person }) =>
    who.some((one) => {
      const { role, unit } = roleAndUnitOf(ctx.core, state, one);
      return command.people[person]?.grants.some(
        (grant) => grant.role === role && (unit === null || grant.unit === unit),
      );
    }),
  );
}

/** Whether the handover that follows a decision has been accepted; after G3 and G7 the case stays in its phase. */
export function isDecisionHandedOver(state: Case, gate: GateId, decidedSeq: number): boolean {
  return state.marks.some((mark) => mark.key === `accepted:${gate}` && mark.seq > decidedSeq);
}

/** People who had accepted in the last round of the same gate before it ended without a completed handover. */
function acceptedInLastRound(state: Case): Set<string> {
  const last = state.handovers.findLast(
    (it) => it.purpose === 'PHASE' && it.gate === state.decision?.gate && it.state !== 'DRAFT',
  );
  if (!last || last.state === 'ACCEPTED') return new Set();
  return new Set(last.receivers.filter((it) => it.state === 'ACCEPTED' || it.hadAccepted).map((it) => it.person));
}

/** Whether the actor sent the handover: the sender may not answer it, not even as a substitute. */
export const isSender = ({ user }: Actor, { sentBy, from }: Handover): boolean =>
  user === sentBy || user === from.person;

interface ReceiverMatch {
  readonly handover: Handover;
  readonly receiver: Receiver;
  readonly index: number;
}

function findReceiver(buffer: EventBuffer, command: Command): ReceiverMatch | Refusal {
  const handover = buffer.state.handovers.at(-1);
  if (!isAwaitingAnswer(handover)) return refuse('no-open-handover', 'Ingen overlevering er åpen.');
  const own = handover.receivers.findIndex((it) => it.person === command.by.user);
  const index = own >= 0 ? own : handover.receivers.findIndex((it) => canActFor(command.by, it.person));
  const receiver = handover.receivers[index];
  if (!receiver) return refuse('not-receiver', 'Overleveringen er ikke sendt til deg.');
  if (isSender(command.by, handover))
    return refuse('same-person', 'Den som sendte overleveringen kan ikke svare på den.');
  return { handover, receiver, index };
}

/**
 * All have accepted. The first receiver becomes owner and their unit gets the case, unless the gate only opens the next
 * one.
 */
function completeHandover(buffer: EventBuffer, handover: Handover): void {
  const { id, purpose, gate, toPhase } = handover;
  const { decision, phase, owner: from } = buffer.state;
  appendEvent(buffer, 'handoverCompleted', {
    handover: id,
    purpose,
    ...(gate && { gate }),
    ...(toPhase && { toPhase }),
  });
  const [first] = handover.receivers;
  const enters = purpose === 'TRANSFER' || decision?.changesPhase;
  if (purpose === 'PHASE' && decision?.changesPhase && toPhase) {
    const [nextGate] = buffer.ctx.core.phases[toPhase].gates;
    if (nextGate) appendEvent(buffer, 'phaseEntered', { phase: toPhase, from: phase, gate: nextGate });
  }
  if (enters && first) appendEvent(buffer, 'ownerAssigned', { owner: first.person, unit: first.unit, from });
  if (purpose === 'PHASE' && !enters) openNextGate(buffer);
}

function openNextGate(buffer: EventBuffer): void {
  const { gates } = buffer.ctx.core.phases[buffer.state.phase];
  const next = gates[gates.indexOf(buffer.state.gate) + 1];
  if (next) appendEvent(buffer, 'gateOpened', { gate: next, after: buffer.state.gate });
}
