import { nameDeputy, registerFact } from '../actions.js';
import type { UserId } from '#domain/model/case.js';
import type { StorySimulation } from '../simulation.js';

export interface OperationStart {
  readonly deputy: UserId;
  readonly started: string;
}

/** The operation owner names a deputy and starts the operation. */
export function startOperation(simulation: StorySimulation, { deputy, started }: OperationStart): void {
  const { owner } = simulation.state();
  nameDeputy(simulation, deputy);
  simulation.advanceWorkingDays(2);
  registerFact(simulation, owner, 'operationStarted', { note: started });
}
