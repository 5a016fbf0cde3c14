import { blockers } from '../gate/blockers.js';
import { appendEvent } from './event-buffer.js';
import type { EventBuffer } from './event-buffer.js';

/**
 * Appends that the undecided gate has become ready or blocked, which moves the debt of carrying the case between its
 * owner and the decider. After a refusal it says nothing until the decision is asked for again.
 */
export function reconcileGate(buffer: EventBuffer): void {
  const { state, ctx } = buffer;
  const { gate, gateStands, decision, closedAt } = state;
  if (closedAt !== undefined || decision || gateStands === 'REFUSED') return;
  if (ctx.core.gates[gate].outcomes.length === 0) return;
  const isReady = blockers(ctx.core, state).length === 0;
  if (isReady !== (gateStands === 'READY') || gateStands === 'ASKED')
    appendEvent(buffer, isReady ? 'gateReady' : 'gateBlocked', { gate });
}
