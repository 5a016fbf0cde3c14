import { workingDaysBefore } from './days.js';
import type { UnitId, UserId } from '#domain/model/case.js';
import type { Decision, Phase } from '#domain/process/core.js';
import type { LocalDate } from '#domain/time.js';
import type { Fields } from './habits.js';
import type { Stage } from './stage.js';

/** One function for each thing a person does in a story: it submits the command that the API would receive. */

export function register(simulation: Stage, user: UserId, fact: string, data: Fields = {}, on?: LocalDate): void {
  simulation.give(user, { type: 'registerFact', fact, data, ...(on !== undefined && { on }) });
}

export function tick(simulation: Stage, user: UserId, ...items: readonly string[]): void {
  for (const item of items) simulation.give(user, { type: 'tickItem', item });
}

/** The owner names a deputy, or confirms the present one. */
export function nameDeputy(simulation: Stage, deputy: UserId): void {
  const { owner, deputy: currentDeputy } = simulation.state();
  if (currentDeputy === deputy) register(simulation, owner, 'deputyConfirmed');
  else simulation.give(owner, { type: 'nameDeputy', deputy });
}

/** The unit's manager makes somebody in the unit owner, whether or not the unit has the case already. */
export function take(simulation: Stage, manager: UserId, owner: UserId): void {
  simulation.give(manager, { type: 'assignOwner', owner });
}

export interface GateWords {
  readonly decision?: Decision;
  readonly toPhase?: Phase;
  readonly route?: string;
  readonly reason: string;
}

export function decideGate(simulation: Stage, user: UserId, { decision = 'PROCEED', ...rest }: GateWords): void {
  simulation.give(user, { type: 'decideGate', decision, ...rest });
}

export type ReceiverList = readonly (readonly [unit: UnitId, person: UserId])[];

/** Sections of a handover package (domain.md B0); `sendHandover` fills the usual ones that a story leaves out. */
export interface Package {
  readonly status: string;
  readonly openTasks?: string;
  readonly told?: string;
  readonly firstStep: string;
  readonly [section: string]: string | undefined;
}

/** The owner drafts the handover and sends it. */
export function send(
  simulation: Stage,
  to: ReceiverList,
  sections: Package,
  purpose: 'PHASE' | 'TRANSFER' = 'PHASE',
): void {
  const { owner, decision } = simulation.state();
  const allSections = {
    openTasks: 'Ingen åpne løfter utover fristene i saken.',
    told: 'Entreprenøren vet hvem saken går til, og når svaret skal komme.',
    ...sections,
  };
  simulation.give(owner, {
    type: 'draftHandover',
    purpose,
    ...(purpose === 'PHASE' && { toPhase: decision?.toPhase }),
    receivers: to.map(([unit, person]) => ({ unit, person })),
    package: allSections,
  });
  simulation.give(owner, { type: 'sendHandover' });
}

export function accept(simulation: Stage, person: UserId, conditions?: string): void {
  simulation.give(person, { type: 'acceptHandover', ...(conditions !== undefined && { conditions }) });
}

/**
 * A handover without delays: sent three working days before `acceptedOn`, acknowledged the day after, accepted by all
 * receivers on `acceptedOn`. The new owner names the deputy on the next working day.
 */
export function handOver(
  simulation: Stage,
  { to, sections, acceptedOn, deputy }: { to: ReceiverList; sections: Package; acceptedOn: LocalDate; deputy?: UserId },
): void {
  simulation.from(workingDaysBefore(acceptedOn, 3));
  send(simulation, to, sections);
  simulation.from(workingDaysBefore(acceptedOn, 2));
  for (const [, person] of to) simulation.give(person, { type: 'acknowledgeHandover' });
  simulation.on(acceptedOn);
  for (const [, person] of to) accept(simulation, person);
  if (deputy === undefined) return;
  simulation.later(1);
  nameDeputy(simulation, deputy);
}
