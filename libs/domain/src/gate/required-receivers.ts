import type { Case, GateDecision } from '../model/case.js';
import type { Capacity, GateOutcome, ProcessCore } from '../process/process-document.js';

/** May receive in any capacity, for when the sender is its only holder: nobody accepts what they sent. */
const FALLBACK_RECEIVER = 'kommunalsjef@case';

/**
 * Who must accept the handover that follows the gate's decision: the outcome's own receivers, or those of the chosen
 * route.
 */
export function requiredReceivers(core: ProcessCore, state: Case): readonly Capacity[] {
  const { decision } = state;
  if (!decision) return [];
  const outcome = outcomeOf(core, decision);
  const receivers = outcome?.receivers ?? (decision.route ? core.routes[decision.route]?.receivers : undefined) ?? [];
  return receivers.map(({ capacity, who }) => ({ capacity, who: [...who, FALLBACK_RECEIVER] }));
}

/** The outcome of the process that the decision chose. */
export function outcomeOf(core: ProcessCore, decision: GateDecision): GateOutcome | undefined {
  return core.gates[decision.gate].outcomes.find(
    (it) => it.decision === decision.decision && it.toPhase === decision.toPhase,
  );
}
