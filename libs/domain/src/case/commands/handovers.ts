import { receiversFor } from '../../gate/receivers-for.js';
import { actsAs, placeOf } from '../../policy/permits.js';
import { mayNotHandle } from '../../policy/segregation.js';
import { append } from '../log.js';
import { refuse } from '../../model/refusal.js';
import type { Case, Handover, Receiver } from '../../model/case.js';
import type { Actor, Command, CommandBodies } from '../../model/command.js';
import type { Log } from '../log.js';
import type { Refusal } from '../../model/refusal.js';
import type { Capacity, GateId } from '../../process/core.js';
import type { Handlers } from './handler.js';

export const handoverCommands: Handlers<
  | 'draftHandover'
  | 'sendHandover'
  | 'acknowledgeHandover'
  | 'acceptHandover'
  | 'returnHandover'
  | 'declineHandover'
  | 'withdrawHandover'
> = {
  draftHandover(log, command, body) {
    const { state } = log;
    const current = state.handovers.at(-1);
    if (isSent(current)) return refuse('handover-open', 'En overlevering er sendt og ikke besvart.');
    const refusal = body.purpose === 'PHASE' ? phaseDraft(log, command, body) : transferDraft(body);
    if (refusal) return refusal;
    if (body.receivers.some(({ person }) => person === state.owner || person === command.by.user)) {
      return refuse('same-person', 'Den som sender kan ikke være den som tar imot.');
    }
    for (const { person } of body.receivers) {
      const barred = mayNotHandle(log, command, person);
      if (barred) return barred;
    }
    const accepted = body.purpose === 'PHASE' ? acceptedBefore(state) : new Set<string>();
    append(log, 'handoverDrafted', {
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

  sendHandover(log, command) {
    const current = log.state.handovers.at(-1);
    if (isSent(current)) return refuse('handover-open', 'Overleveringen er allerede sendt.');
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
    append(log, 'handoverSent', { handover: current.id });
    return null;
  },

  acknowledgeHandover(log, command) {
    const found = receiving(log, command);
    if ('code' in found) return found;
    if (found.receiver.state === 'WAITING')
      append(log, 'handoverAcknowledged', { handover: found.handover.id, receiver: found.index });
    return null;
  },

  acceptHandover(log, command, { conditions }) {
    const found = receiving(log, command);
    if ('code' in found) return found;
    const { handover, receiver, index } = found;
    if (receiver.state === 'ACCEPTED') return null;
    if (receiver.state === 'WAITING') append(log, 'handoverAcknowledged', { handover: handover.id, receiver: index });
    append(log, 'handoverAccepted', {
      handover: handover.id,
      receiver: index,
      ...(conditions !== undefined && { conditions }),
    });
    const now = log.state.handovers.at(-1);
    if (now?.receivers.every((it) => it.state === 'ACCEPTED')) complete(log, now);
    return null;
  },

  returnHandover(log, command, { gaps }) {
    const found = receiving(log, command);
    if ('code' in found) return found;
    if (found.receiver.state === 'ACCEPTED') return refuse('no-open-handover', 'Du har allerede tatt imot.');
    append(log, 'handoverReturned', { handover: found.handover.id, receiver: found.index, gaps });
    return null;
  },

  declineHandover(log, command, { reason, alternative }) {
    const found = receiving(log, command);
    if ('code' in found) return found;
    if (found.receiver.state === 'ACCEPTED') return refuse('no-open-handover', 'Du har allerede tatt imot.');
    append(log, 'handoverDeclined', { handover: found.handover.id, receiver: found.index, reason, alternative });
    return null;
  },

  withdrawHandover(log, _command, { reason }) {
    const current = log.state.handovers.at(-1);
    if (!current || !(isSent(current) || current.state === 'DRAFT'))
      return refuse('no-open-handover', 'Ingen overlevering er åpen.');
    append(log, 'handoverWithdrawn', { handover: current.id, reason });
    return null;
  },
};

type Sent = Handover & { readonly state: 'SENT' | 'ACKNOWLEDGED' };

export function isSent(handover: Handover | undefined): handover is Sent {
  return handover?.state === 'SENT' || handover?.state === 'ACKNOWLEDGED';
}

function phaseDraft(
  log: Log,
  command: Command,
  { toPhase, receivers }: CommandBodies['draftHandover'],
): Refusal | null {
  const { state } = log;
  const { decision } = state;
  if (!decision || acceptedFor(state, decision.gate, decision.seq)) {
    const text = 'Beslutningen må tas først.';
    return refuse('gate-blocked', 'Ingen beslutning venter på overlevering.', {
      command: 'decideGate',
      role: 'leder',
      text,
    });
  }
  if (toPhase !== undefined && toPhase !== decision.toPhase)
    return refuse('out-of-range', `Beslutningen gjelder ${decision.toPhase}.`);
  const missing = receiversFor(log.ctx.core, state).find((capacity) => !covers(state, command, receivers, capacity));
  return missing
    ? refuse('out-of-range', `Mottakere mangler: ${missing.capacity}.`, undefined, { capacity: missing })
    : null;
}

function transferDraft({ receivers, toPhase }: CommandBodies['draftHandover']): Refusal | null {
  if (toPhase !== undefined) return refuse('out-of-range', 'En oversending skifter ikke fase.');
  return receivers.length === 1 ? null : refuse('out-of-range', 'En oversending har én mottaker.');
}

/** One person may receive in several capacities with one answer. */
function covers(
  state: Case,
  command: Command,
  receivers: readonly { unit: string; person: string }[],
  { who }: Capacity,
): boolean {
  return receivers.some(({ person }) =>
    who.some((one) => {
      const { role, unit } = placeOf(state, one);
      return command.people[person]?.grants.some(
        (grant) => grant.role === role && (unit === null || grant.unit === unit),
      );
    }),
  );
}

/** Whether the decision's handover has been accepted already (G3 and G7 stay in their phase afterwards). */
export function acceptedFor(state: Case, gate: GateId, decidedSeq: number): boolean {
  return state.marks.some((mark) => mark.key === `accepted:${gate}` && mark.seq > decidedSeq);
}

/** Receivers who had accepted in the round that somebody else ended. */
function acceptedBefore(state: Case): Set<string> {
  const last = state.handovers.findLast(
    (it) => it.purpose === 'PHASE' && it.gate === state.decision?.gate && it.state !== 'DRAFT',
  );
  if (!last || last.state === 'ACCEPTED') return new Set();
  return new Set(last.receivers.filter((it) => it.state === 'ACCEPTED' || it.hadAccepted).map((it) => it.person));
}

/** Not even for somebody they stand in for do they answer what they sent. */
export const hasSent = ({ user }: Actor, { sentBy, from }: Handover): boolean =>
  user === sentBy || user === from.person;

interface Receiving {
  readonly handover: Handover;
  readonly receiver: Receiver;
  readonly index: number;
}

function receiving(log: Log, command: Command): Receiving | Refusal {
  const handover = log.state.handovers.at(-1);
  if (!isSent(handover)) return refuse('no-open-handover', 'Ingen overlevering er åpen.');
  const own = handover.receivers.findIndex((it) => it.person === command.by.user);
  const index = own >= 0 ? own : handover.receivers.findIndex((it) => actsAs(command.by, it.person));
  const receiver = handover.receivers[index];
  if (!receiver) return refuse('not-receiver', 'Overleveringen er ikke sendt til deg.');
  if (hasSent(command.by, handover))
    return refuse('same-person', 'Den som sendte overleveringen kan ikke svare på den.');
  return { handover, receiver, index };
}

/** All have accepted: the baton passes, in one go. The first receiver becomes owner and the unit follows. */
function complete(log: Log, handover: Handover): void {
  const { id, purpose, gate, toPhase } = handover;
  const { decision, phase, owner: from } = log.state;
  append(log, 'handoverCompleted', { handover: id, purpose, ...(gate && { gate }), ...(toPhase && { toPhase }) });
  const [first] = handover.receivers;
  const enters = purpose === 'TRANSFER' || decision?.enters;
  if (purpose === 'PHASE' && decision?.enters && toPhase) {
    const [nextGate] = log.ctx.core.phases[toPhase].gates;
    if (nextGate) append(log, 'phaseEntered', { phase: toPhase, from: phase, gate: nextGate });
  }
  if (enters && first) append(log, 'ownerAssigned', { owner: first.person, unit: first.unit, from });
  if (purpose === 'PHASE' && !enters) openNextGate(log);
}

function openNextGate(log: Log): void {
  const { gates } = log.ctx.core.phases[log.state.phase];
  const next = gates[gates.indexOf(log.state.gate) + 1];
  if (next) append(log, 'gateOpened', { gate: next, after: log.state.gate });
}
