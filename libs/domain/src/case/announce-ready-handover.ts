import { handoverBlockers } from '../gate/blockers.js';
import { isDecisionHandedOver } from '../model/handover-state.js';
import { appendEvent } from './event-buffer.js';
import type { EventBuffer } from './event-buffer.js';

/**
 * Records, once for each decision, that all that rests on it is done and only the handover remains; the time for sending
 * it counts from then.
 */
export function announceReadyHandover(buffer: EventBuffer): void {
  const { state, ctx } = buffer;
  const { decision } = state;
  if (!decision || state.closedAt !== undefined || isDecisionHandedOver(state, decision.gate, decision.seq)) return;
  if (state.marks.some(({ key, seq }) => key === 'handoverReady' && seq > decision.seq)) return;
  if (handoverBlockers(ctx.core, state).length === 0) appendEvent(buffer, 'handoverReady', { gate: decision.gate });
}
