import type { Capacity, GateId, GateRule, ProcessDocument, GateOutcome } from '../../process/process-document.js';
import { TOLD, WHEN_RULES } from '../../rules/rule-names.js';
import { ruleCallFaults } from './rule-calls.js';
import { whoFaults } from './who.js';

/** Gates, their outcomes, and who must accept the handover that follows. */
export function gateFaults(document: ProcessDocument): string[] {
  const entries = Object.entries(document.gates) as [GateId, GateRule][];
  return [
    ...entries.flatMap(([id, gate]) => [
      ...whoFaults(document, `gate ${id}`, gate.decider),
      ...(document.phases[gate.phase]?.gates.includes(id) ? [] : [`gate ${id}: ${gate.phase} does not list it`]),
      ...gate.items.filter((item) => !(item in document.items)).map((item) => `gate ${id}: there is no item ${item}`),
      ...gate.items
        .filter((item) => comesTooSoon(document, id, item))
        .map((item) => `gate ${id}: ${item} may be met before the decision`),
      ...gate.outcomes.flatMap((outcome) => outcomeFaults(document, `gate ${id}, ${outcome.decision}`, outcome)),
      ...duplicates(gate.outcomes.map(({ decision, toPhase }) => `${decision} to ${toPhase ?? 'nowhere'}`)).map(
        (duplicate) => `gate ${id}: ${duplicate} stands twice`,
      ),
    ]),
    ...Object.entries(document.phases).flatMap(([phase, { gates }]) =>
      gates
        .filter((id) => document.gates[id]?.phase !== phase)
        .map((id) => `phase ${phase}: ${id} is not a gate of it`),
    ),
    ...Object.entries(document.routes).flatMap(([id, { receivers }]) =>
      capacityFaults(document, `route ${id}`, receivers),
    ),
  ];
}

/** What comes after the decision must not be met before it. */
function comesTooSoon(document: ProcessDocument, gate: GateId, item: string): boolean {
  const rule = document.items[item];
  if (rule?.stage !== 'HANDOVER') return false;
  if ('fact' in rule.metBy) return document.facts[rule.metBy.fact]?.needsDecision !== gate;
  return !('state' in rule.metBy && rule.metBy.state === TOLD);
}

function outcomeFaults(document: ProcessDocument, where: string, outcome: GateOutcome): string[] {
  const { toPhase, receivers, requiresRoute, changesPhase, decision, toldBy } = outcome;
  const faults: string[] = [];
  if (toPhase !== undefined && !(toPhase in document.phases)) faults.push(`${where}: there is no phase ${toPhase}`);
  if (toPhase === undefined && (changesPhase || decision === 'PROCEED')) faults.push(`${where}: leads nowhere`);
  if (toPhase !== undefined && !requiresRoute && !receivers?.length) faults.push(`${where}: nobody takes over`);
  if (toldBy) {
    faults.push(...ruleCallFaults(document, where, WHEN_RULES, toldBy.when));
    if (!document.facts[toldBy.fact]?.tells?.includes('entrepreneur'))
      faults.push(`${where}: ${toldBy.fact} tells nobody outside`);
  }
  if (requiresRoute && Object.keys(document.routes).length === 0) faults.push(`${where}: there are no routes`);
  return [...faults, ...(receivers ? capacityFaults(document, where, receivers) : [])];
}

function capacityFaults(document: ProcessDocument, where: string, receivers: readonly Capacity[]): string[] {
  const empty = receivers.length > 0 ? [] : [`${where}: nobody takes over`];
  return [
    ...empty,
    ...receivers.flatMap(({ capacity, who }) => [
      ...(capacity in document.capacities ? [] : [`${where}: there is no capacity ${capacity}`]),
      ...whoFaults(document, `${where}, ${capacity}`, who),
    ]),
  ];
}

export function duplicates(values: readonly string[]): string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}
