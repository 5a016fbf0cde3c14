import { nameDeputy, register, take } from '../acts.js';
import type { UnitId, UserId } from '#domain/model/case.js';
import type { Stage } from '../stage.js';

export interface Start {
  readonly unit: UnitId;
  readonly owner: UserId;
  readonly deputy: UserId;
  readonly started: string;
}

/** The unit that runs it takes the case, and operation begins. */
export function startOperation(stage: Stage, { unit, owner, deputy, started }: Start): void {
  if (stage.state().owner !== owner) take(stage, `leder.${unit}`, owner);
  nameDeputy(stage, deputy);
  stage.later(2);
  register(stage, owner, 'operationStarted', { note: started });
}
