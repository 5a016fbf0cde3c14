import { missingPrerequisite } from '../rules/missing-prerequisite.js';
import type { Case } from '../model/case.js';
import type { FactRule, ProcessCore } from '../process/process-document.js';
import type { Act } from './act.js';

/** Registers a fact, or first what must be registered before it; none where the case is not at the fact's place. */
export function factActs(core: ProcessCore, state: Case, fact: string, item?: string): Act[] {
  const rule = core.facts[fact];
  if (!rule) throw new Error(`the process has no fact ${fact}`);
  const missing = missingPrerequisite(core, state, rule);
  if (missing !== undefined) return factActs(core, state, missing, item);
  if (!isItsTurn(state, rule)) return [];
  return [{ command: 'registerFact', body: { fact }, who: rule.by, ...(item !== undefined && { item }) }];
}

function isItsTurn(state: Case, { phases, needsGate, needsDecision, afterClose }: FactRule): boolean {
  if (state.closedAt !== undefined && !afterClose) return false;
  if (phases && !phases.includes(state.phase)) return false;
  if (needsDecision === state.gate && !state.decision?.toPhase) return false;
  return needsGate === undefined || state.marks.some(({ key }) => key === `accepted:${needsGate}`);
}
