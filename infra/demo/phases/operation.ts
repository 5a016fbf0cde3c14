import { nameDeputy, registerFact, assignOwner } from '../actions.js';
import type { UnitId, UserId } from '#domain/model/case.js';
import type { StorySimulation } from '../simulation.js';

export interface OperationStart {
  readonly unit: UnitId;
  readonly owner: UserId;
  readonly deputy: UserId;
  readonly started: string;
}

/** The operating unit takes over the case, and operation starts. */
export function startOperation(simulation: StorySimulation, { unit, owner, deputy, started }: OperationStart): void {
  if (simulation.state().owner !== owner) assignOwner(simulation, `leder.${unit}`, owner);
  nameDeputy(simulation, deputy);
  simulation.advanceWorkingDays(2);
  registerFact(simulation, owner, 'operationStarted', { note: started });
}
