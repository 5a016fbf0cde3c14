import { isAwaitingAnswer, isSender } from '../../model/handover-state.js';
import { refuse } from '../../model/refusal.js';
import { roleOfCapacity, takerOf } from '../../gate/capacities.js';
import { requiredReceivers } from '../../gate/required-receivers.js';
import { canActFor } from '../../policy/permits.js';
import { passRole } from '../pass-role.js';
import { appendEvent } from '../event-buffer.js';
import type { Handover, Receiver } from '../../model/case.js';
import type { Command } from '../../model/command.js';
import type { EventBuffer } from '../event-buffer.js';
import type { Refusal } from '../../model/refusal.js';
import type { CommandDefinitions } from './command-definition.js';
import { newContact } from './responsibility.js';

/** What a receiver answers to a handover. */
export const handoverAnswerCommands: CommandDefinitions<
  'acknowledgeHandover' | 'acceptHandover' | 'returnHandover' | 'declineHandover'
> = {
  acknowledgeHandover: {
    label: { nb: 'Bekreft mottatt', en: 'Acknowledge' },
    handle(buffer, command) {
      const found = findReceiver(buffer, command);
      if ('code' in found) return found;
      if (found.receiver.state === 'WAITING')
        appendEvent(buffer, 'handoverAcknowledged', { handover: found.handover.id, receiver: found.index });
      return null;
    },
  },

  acceptHandover: {
    label: { nb: 'Overta', en: 'Accept' },
    handle(buffer, command, { conditions }) {
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
  },

  returnHandover: {
    label: { nb: 'Send tilbake', en: 'Return' },
    handle(buffer, command, { gaps }) {
      const found = findReceiver(buffer, command);
      if ('code' in found) return found;
      if (found.receiver.state === 'ACCEPTED')
        return refuse('no-open-handover', { nb: 'Du har allerede tatt imot.', en: 'You have already accepted.' });
      appendEvent(buffer, 'handoverReturned', { handover: found.handover.id, receiver: found.index, gaps });
      return null;
    },
  },

  declineHandover: {
    label: { nb: 'Takk nei', en: 'Decline' },
    handle(buffer, command, { reason, alternative }) {
      const found = findReceiver(buffer, command);
      if ('code' in found) return found;
      if (found.receiver.state === 'ACCEPTED')
        return refuse('no-open-handover', { nb: 'Du har allerede tatt imot.', en: 'You have already accepted.' });
      appendEvent(buffer, 'handoverDeclined', {
        handover: found.handover.id,
        receiver: found.index,
        reason,
        alternative,
      });
      return null;
    },
  },
};

interface ReceiverMatch {
  readonly handover: Handover;
  readonly receiver: Receiver;
  readonly index: number;
}

function findReceiver(buffer: EventBuffer, command: Command): ReceiverMatch | Refusal {
  const handover = buffer.state.handovers.at(-1);
  if (!isAwaitingAnswer(handover))
    return refuse('no-open-handover', { nb: 'Ingen overlevering er åpen.', en: 'No handover is open.' });
  const index = placeOf(handover, command);
  const receiver = handover.receivers[index];
  if (!receiver)
    return refuse('not-receiver', {
      nb: 'Overleveringen er ikke sendt til deg.',
      en: 'The handover is not sent to you.',
    });
  if (isSender(command.by, handover))
    return refuse('same-person', {
      nb: 'Den som sendte overleveringen kan ikke svare på den.',
      en: 'The person who sent the handover cannot answer it.',
    });
  return { handover, receiver, index };
}

/** The own place while it is to be answered, then that of somebody whom the actor substitutes for. */
function placeOf({ receivers }: Handover, { by, body }: Command): number {
  const isToAnswer = ({ state }: Receiver): boolean =>
    body.type === 'acknowledgeHandover' ? state === 'WAITING' : state !== 'ACCEPTED';
  const own = receivers.findIndex(({ person }) => person === by.user);
  const ownReceiver = receivers[own];
  if (ownReceiver && isToAnswer(ownReceiver)) return own;
  const other = receivers.findIndex((it) => canActFor(by, it.person) && isToAnswer(it));
  if (other >= 0) return other;
  return own >= 0 ? own : receivers.findIndex(({ person }) => canActFor(by, person));
}

/**
 * All have accepted. Each takes the roles of the capacities; who takes the case becomes owner and their unit gets it, unless
 * the gate only opens the next one. The contact follows the owner where nobody else was chosen.
 */
function completeHandover(buffer: EventBuffer, handover: Handover): void {
  const { id, purpose, gate, toPhase } = handover;
  const { decision, phase } = buffer.state;
  const required = requiredReceivers(buffer.ctx.core, buffer.state);
  const taker =
    purpose === 'TRANSFER' ? handover.receivers[0] : takerOf(buffer.ctx.core, buffer.state, handover.receivers);
  appendEvent(buffer, 'handoverCompleted', {
    handover: id,
    purpose,
    ...(gate && { gate }),
    ...(toPhase && { toPhase }),
  });
  const enters = purpose === 'TRANSFER' || decision?.changesPhase;
  if (purpose === 'PHASE' && decision?.changesPhase && toPhase) {
    const [nextGate] = buffer.ctx.core.phases[toPhase].gates;
    if (nextGate) appendEvent(buffer, 'phaseEntered', { phase: toPhase, from: phase, gate: nextGate });
  }
  for (const capacity of required) {
    const role = roleOfCapacity(capacity);
    const holder = handover.receivers.find(({ capacities }) => capacities?.includes(capacity.capacity));
    if (role !== undefined && holder) passRole(buffer, { role, person: holder.person });
  }
  if (enters && taker) takeOver(buffer, handover, taker);
  if (purpose === 'PHASE' && !enters) openNextGate(buffer);
}

function takeOver(buffer: EventBuffer, { id, purpose }: Handover, { person, unit }: Receiver): void {
  const { owner: from, unit: before } = buffer.state;
  appendEvent(buffer, 'ownerAssigned', {
    owner: person,
    unit,
    from,
    handover: id,
    ...newContact(buffer.state, person),
    ...(purpose === 'TRANSFER' && unit !== before && { withoutDeputy: true }),
  });
}

function openNextGate(buffer: EventBuffer): void {
  const { gates } = buffer.ctx.core.phases[buffer.state.phase];
  const next = gates[gates.indexOf(buffer.state.gate) + 1];
  if (next) appendEvent(buffer, 'gateOpened', { gate: next, after: buffer.state.gate });
}
