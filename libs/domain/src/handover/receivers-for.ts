import type { Case } from '../case/case.js';
import type { Capacity, ProcessCore } from '../process/core.js';

/** Who must accept the handover that follows the gate's decision: the way's own receivers, or those of the chosen route. */
export function receiversFor(core: ProcessCore, state: Case): readonly Capacity[] {
  const { decision } = state;
  if (!decision) return [];
  const way = core.gates[decision.gate].ways.find((it) => it.decision === decision.decision && it.toPhase === decision.toPhase);
  return way?.receivers ?? (decision.route ? core.routes[decision.route]?.receivers : undefined) ?? [];
}
