import type { Case } from '../model/case.js';
import type { Capacity, ProcessCore } from '../process/core.js';

/** Where the sender is the only one who holds a capacity, the one above receives: nobody sends and accepts. */
const LAST_RESORT = 'kommunalsjef@case';

/** Who must accept the handover that follows the gate's decision: the way's own receivers, or those of the chosen route. */
export function receiversFor(core: ProcessCore, state: Case): readonly Capacity[] {
  const { decision } = state;
  if (!decision) return [];
  const way = core.gates[decision.gate].ways.find(
    (it) => it.decision === decision.decision && it.toPhase === decision.toPhase,
  );
  const receivers = way?.receivers ?? (decision.route ? core.routes[decision.route]?.receivers : undefined) ?? [];
  return receivers.map(({ capacity, who }) => ({ capacity, who: [...who, LAST_RESORT] }));
}
