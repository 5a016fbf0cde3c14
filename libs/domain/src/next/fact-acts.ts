import { missingPrerequisite } from '../rules/missing-prerequisite.js';
import { undeclared } from '../rules/declarations.js';
import type { Case, UserId } from '../model/case.js';
import type { FactRule, ProcessCore } from '../process/process-document.js';
import type { Act } from './act.js';

/** Registers a fact, or first what must be registered before it; none where the case is not at the fact's place. */
export function factActs(core: ProcessCore, state: Case, fact: string, item?: string): Act[] {
  const rule = core.facts[fact];
  if (!rule) throw new Error(`the process has no fact ${fact}`);
  const missing = missingPrerequisite(core, state, rule);
  if (missing !== undefined) return factActs(core, state, missing, item);
  if (!isItsTurn(state, rule)) return [];
  const persons = core.gates[state.gate].items.flatMap((id) => declarersOf(core, state, fact, id));
  return [
    {
      command: 'registerFact',
      body: { fact },
      who: rule.by,
      ...(persons.length > 0 && { persons }),
      ...(item !== undefined && { item }),
    },
  ];
}

/** Nobody declares for another: those who have not yet. */
function declarersOf(core: ProcessCore, state: Case, fact: string, id: string): readonly UserId[] {
  const item = core.items[id];
  return item && 'fact' in item.metBy && item.metBy.fact === fact ? undeclared(state, item) : [];
}

function isItsTurn(state: Case, { phases, needsGate, needsDecision, afterClose }: FactRule): boolean {
  if (state.closedAt !== undefined && !afterClose) return false;
  if (phases && !phases.includes(state.phase)) return false;
  if (needsDecision === state.gate && !state.decision?.toPhase) return false;
  return needsGate === undefined || state.marks.some(({ key }) => key === `accepted:${needsGate}`);
}
