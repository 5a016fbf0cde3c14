import { LAST_PHASE } from '../../process/process-document.js';
import type { GateId, MarkKey, Phase, ProcessDocument, GateOutcome } from '../../process/process-document.js';

/** Every phase and completion can be reached, and somebody owes something in each phase. */
export function reachabilityFaults(document: ProcessDocument): string[] {
  const reached = reachablePhases(document);
  const phases = Object.keys(document.phases) as Phase[];
  return [
    ...phases.filter((phase) => !reached.has(phase)).map((phase) => `phase ${phase}: no ordinary way leads there`),
    ...(reached.has(LAST_PHASE) && canComplete(document, LAST_PHASE) ? [] : ['COMPLETED: no ordinary way leads there']),
    ...[...phases.map((phase) => `phase:${phase}`), 'reopened', 'suspended']
      .filter((start) => !leavesDebt(document, start, new Set()))
      .map((start) => `after '${start}' nobody may owe anything`),
    ...carriedMarks(document)
      .filter((start) => !opensCarryingDebt(document, start))
      .map((start) => `after '${start}' nobody carries the case`),
  ];
}

/** The marks at which whoever carried the case is done: another debt that carries it must begin (decision 20). */
const carriedMarks = ({ phases }: ProcessDocument): readonly MarkKey[] => [
  ...Object.keys(phases).map((phase) => `phase:${phase}`),
  ...['gateOpened', 'gateBlocked', 'gateReady', 'refused', 'toSend', 'handoverReady', 'takenBack'],
  ...['sent', 'returned', 'declined', 'lapsed', 'moreTime'],
  ...(phases[LAST_PHASE]?.gates.slice(-1) ?? []).map((gate) => `accepted:${gate}`),
];

function opensCarryingDebt({ deadlines }: ProcessDocument, start: MarkKey): boolean {
  return Object.values(deadlines).some(
    ({ nature, carries, when, starts }) => carries && nature === 'DEBT' && !when && starts.includes(start),
  );
}

/** Phases that can be reached from the start without exceptional outcomes. */
function reachablePhases(document: ProcessDocument): ReadonlySet<Phase> {
  const reached = new Set<Phase>();
  const queue: Phase[] = [document.startPhase];
  for (let phase = queue.pop(); phase !== undefined; phase = queue.pop()) {
    if (reached.has(phase)) continue;
    reached.add(phase);
    queue.push(...nextPhases(document, phase));
  }
  return reached;
}

/** Phases that the phase's gates lead to. A gate that cannot open the next one hides all gates after it. */
function nextPhases(document: ProcessDocument, phase: Phase): Phase[] {
  const found: Phase[] = [];
  for (const gate of document.phases[phase]?.gates ?? []) {
    const outcomes = ordinaryOutcomes(document, gate);
    found.push(...outcomes.flatMap(({ changesPhase, toPhase }) => (changesPhase && toPhase ? [toPhase] : [])));
    if (!outcomes.some(opensNextGate)) break;
  }
  return found;
}

/** Whether the phase's last gate can be passed without leaving the phase; in the last phase that completes the case. */
function canComplete(document: ProcessDocument, phase: Phase): boolean {
  const last = document.phases[phase]?.gates.at(-1);
  return last !== undefined && ordinaryOutcomes(document, last).some(opensNextGate);
}

function ordinaryOutcomes(document: ProcessDocument, gate: GateId): readonly GateOutcome[] {
  return (document.gates[gate]?.outcomes ?? []).filter((outcome) => !outcome.exceptional);
}

const opensNextGate = ({ changesPhase, toPhase }: GateOutcome): boolean => !changesPhase && toPhase !== undefined;

/**
 * Whether the mark opens a debt that stays open until the case moves on. Each mark that ends the debt must either be
 * the moving on or open such a debt itself (as recurring deadlines do). A debt that carries the case is followed by the next
 * one, see `carriedMarks`; tests/process/no-gap.spec.ts plays it.
 */
function leavesDebt(document: ProcessDocument, start: MarkKey, visited: ReadonlySet<MarkKey>): boolean {
  if (visited.has(start)) return true;
  const visitedNow = new Set([...visited, start]);
  return Object.values(document.deadlines).some(
    ({ nature, starts, ends, when, dateField, otherwise, carries }) =>
      nature === 'DEBT' &&
      when === undefined &&
      (dateField === undefined || otherwise !== undefined) &&
      starts.includes(start) &&
      (carries || ends.every((end) => movesOn(end) || leavesDebt(document, end, visitedNow))),
  );
}

function movesOn(end: MarkKey): boolean {
  return /^(left:|closed|completed|resumed)/.test(end);
}
