import type { Capacity, GateId, GateRule, ProcessDocument, Way } from '../../process/core.js';
import { whoFaults } from './who.js';

/** Gates, the ways they open to, and who must take over there. */
export function gateFaults(document: ProcessDocument): string[] {
  const entries = Object.entries(document.gates) as [GateId, GateRule][];
  return [
    ...entries.flatMap(([id, gate]) => [
      ...whoFaults(document, `gate ${id}`, gate.decider),
      ...(document.phases[gate.phase]?.gates.includes(id) ? [] : [`gate ${id}: ${gate.phase} does not list it`]),
      ...gate.items.filter((item) => !(item in document.items)).map((item) => `gate ${id}: there is no item ${item}`),
      ...gate.ways.flatMap((way) => wayFaults(document, `gate ${id}, ${way.decision}`, way)),
      ...twice(gate.ways.map(({ decision, toPhase }) => `${decision} to ${toPhase ?? 'nowhere'}`)).map(
        (way) => `gate ${id}: ${way} stands twice`,
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

function wayFaults(document: ProcessDocument, where: string, way: Way): string[] {
  const { toPhase, receivers, routed, enters, decision } = way;
  const faults: string[] = [];
  if (toPhase !== undefined && !(toPhase in document.phases)) faults.push(`${where}: there is no phase ${toPhase}`);
  if (toPhase === undefined && (enters || decision === 'PROCEED')) faults.push(`${where}: leads nowhere`);
  if (toPhase !== undefined && !routed && !receivers?.length) faults.push(`${where}: nobody takes over`);
  if (routed && Object.keys(document.routes).length === 0) faults.push(`${where}: there are no routes`);
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

export function twice(values: readonly string[]): string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}
