import { nameDeputy, register, take } from '../acts.js';
import type { UnitId, UserId } from '#domain/model/case.js';
import type { Stage } from '../stage.js';

export interface Start {
  readonly unit: UnitId;
  readonly owner: UserId;
  readonly deputy: UserId;
  readonly started: string;
}

/** The operating unit takes over the case, and operation starts. */
export function startOperation(simulation: Stage, { unit, owner, deputy, started }: Start): void {
  if (simulation.state().owner !== owner) take(simulation, `leder.${unit}`, owner);
  nameDeputy(simulation, deputy);
  simulation.later(2);
  register(simulation, owner, 'operationStarted', { note: started });
}
