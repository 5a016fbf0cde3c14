import { workingDaysBefore } from './days.js';
import type { UnitId, UserId } from '#domain/model/case.js';
import type { Decision, Phase } from '#domain/process/core.js';
import type { LocalDate } from '#domain/time.js';
import type { Fields } from './habits.js';
import type { Stage } from './stage.js';

/** What people do on the stage, a line each: the stories' vocabulary. */

export function register(stage: Stage, user: UserId, fact: string, data: Fields = {}, on?: LocalDate): void {
  stage.give(user, { type: 'registerFact', fact, data, ...(on !== undefined && { on }) });
}

export function tick(stage: Stage, user: UserId, ...items: readonly string[]): void {
  for (const item of items) stage.give(user, { type: 'tickItem', item });
}

/** The owner names a deputy, or says that the one there is stays on. */
export function nameDeputy(stage: Stage, deputy: UserId): void {
  const { owner, deputy: before } = stage.state();
  if (before === deputy) register(stage, owner, 'deputyConfirmed');
  else stage.give(owner, { type: 'nameDeputy', deputy });
}

/** The unit's manager puts the case in the hands of somebody there: within the unit, or taking it in. */
export function take(stage: Stage, manager: UserId, owner: UserId): void {
  stage.give(manager, { type: 'assignOwner', owner });
}

export interface GateWords {
  readonly decision?: Decision;
  readonly toPhase?: Phase;
  readonly route?: string;
  readonly reason: string;
}

export function decideGate(stage: Stage, user: UserId, { decision = 'PROCEED', ...rest }: GateWords): void {
  stage.give(user, { type: 'decideGate', decision, ...rest });
}

export type ReceiverList = readonly (readonly [unit: UnitId, person: UserId])[];

/** The minimum of a package (domain.md B0); a story says what is its own. */
export interface Package {
  readonly status: string;
  readonly openTasks?: string;
  readonly told?: string;
  readonly firstStep: string;
  readonly [section: string]: string | undefined;
}

/** The owner writes the handover and sends it. */
export function send(stage: Stage, to: ReceiverList, words: Package, purpose: 'PHASE' | 'TRANSFER' = 'PHASE'): void {
  const { owner, decision } = stage.state();
  const sections = {
    openTasks: 'Ingen åpne løfter utover fristene i saken.',
    told: 'Entreprenøren vet hvem saken går til, og når svaret skal komme.',
    ...words,
  };
  stage.give(owner, {
    type: 'draftHandover',
    purpose,
    ...(purpose === 'PHASE' && { toPhase: decision?.toPhase }),
    receivers: to.map(([unit, person]) => ({ unit, person })),
    package: sections,
  });
  stage.give(owner, { type: 'sendHandover' });
}

export function accept(stage: Stage, person: UserId, conditions?: string): void {
  stage.give(person, { type: 'acceptHandover', ...(conditions !== undefined && { conditions }) });
}

/**
 * A handover as it should be: sent some days before, acknowledged the day after, accepted by all, by the last on `acceptedOn`.
 * The new owner names a deputy the day after.
 */
export function handOver(
  stage: Stage,
  { to, words, acceptedOn, deputy }: { to: ReceiverList; words: Package; acceptedOn: LocalDate; deputy?: UserId },
): void {
  stage.from(workingDaysBefore(acceptedOn, 3));
  send(stage, to, words);
  stage.from(workingDaysBefore(acceptedOn, 2));
  for (const [, person] of to) stage.give(person, { type: 'acknowledgeHandover' });
  stage.on(acceptedOn);
  for (const [, person] of to) accept(stage, person);
  if (deputy === undefined) return;
  stage.later(1);
  nameDeputy(stage, deputy);
}
