import type { GateId, MarkKey, Phase, ProcessDocument, Way } from '../../process/core.js';

const LAST: Phase = 'EFFECT_EVALUATION';

/** Where a case can get to, and that somebody owes something all the way. */
export function roadFaults(document: ProcessDocument): string[] {
  const reached = reachable(document);
  const phases = Object.keys(document.phases) as Phase[];
  return [
    ...phases.filter((phase) => !reached.has(phase)).map((phase) => `phase ${phase}: no ordinary way leads there`),
    ...(reached.has(LAST) && stays(document, LAST) ? [] : ['COMPLETED: no ordinary way leads there']),
    ...[...phases.map((phase) => `phase:${phase}`), 'reopened', 'suspended']
      .filter((start) => !isOwed(document, start, new Set()))
      .map((start) => `after '${start}' nobody may owe anything`),
  ];
}

/** Phases on the ordinary road from the start; skips and ways back do not count. */
function reachable(document: ProcessDocument): ReadonlySet<Phase> {
  const reached = new Set<Phase>();
  const queue: Phase[] = [document.start];
  for (let phase = queue.pop(); phase !== undefined; phase = queue.pop()) {
    if (reached.has(phase)) continue;
    reached.add(phase);
    queue.push(...exits(document, phase));
  }
  return reached;
}

/** Where the phase's gates lead, taken in order: a gate that no way passes hides those behind it. */
function exits(document: ProcessDocument, phase: Phase): Phase[] {
  const found: Phase[] = [];
  for (const gate of document.phases[phase]?.gates ?? []) {
    const ways = ordinary(document, gate);
    found.push(...ways.flatMap(({ enters, toPhase }) => (enters && toPhase ? [toPhase] : [])));
    if (!ways.some(passes)) break;
  }
  return found;
}

/** The last phase's last gate can be passed without leaving: that is what completes a case. */
function stays(document: ProcessDocument, phase: Phase): boolean {
  const last = document.phases[phase]?.gates.at(-1);
  return last !== undefined && ordinary(document, last).some(passes);
}

function ordinary(document: ProcessDocument, gate: GateId): readonly Way[] {
  return (document.gates[gate]?.ways ?? []).filter((way) => !way.aside);
}

const passes = ({ enters, toPhase }: Way): boolean => !enters && toPhase !== undefined;

/**
 * Whether a debt opens at the mark that stays until the case moves on: each end either is the moving on,
 * or itself opens such a debt (a rhythm).
 */
function isOwed(document: ProcessDocument, start: MarkKey, above: ReadonlySet<MarkKey>): boolean {
  if (above.has(start)) return true;
  const here = new Set([...above, start]);
  return Object.values(document.deadlines).some(
    ({ nature, starts, ends, when, field }) =>
      nature === 'DEBT' &&
      when === undefined &&
      field === undefined &&
      starts.includes(start) &&
      ends.every((end) => movesOn(end) || isOwed(document, end, here)),
  );
}

function movesOn(end: MarkKey): boolean {
  return /^(left:|closed|completed|resumed)/.test(end);
}
