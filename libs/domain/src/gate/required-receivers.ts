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
  return receivers
    .filter((capacity) => !isHeldByOwner(state, capacity))
    .map(({ who, ...rest }) => ({ ...rest, who: [...who, FALLBACK_RECEIVER] }));
}

/** The owner has the duties already, as the operation owner does who goes on after the evaluation. */
function isHeldByOwner({ parties = [], owner }: Case, { who, dutiesOnly }: Capacity): boolean {
  const role = who[0]?.split('@')[0];
  return dutiesOnly !== true && parties.some((it) => it.party === owner && it.role === role && it.to === null);
}

/** The outcome of the process that the decision chose. */
export function outcomeOf(core: ProcessCore, decision: GateDecision): GateOutcome | undefined {
  return core.gates[decision.gate].outcomes.find(
    (it) => it.decision === decision.decision && it.toPhase === decision.toPhase,
  );
}
