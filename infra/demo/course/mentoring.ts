import { decideGate, handOver, nameDeputy, register, take, tick } from '../acts.js';
import type { UnitId, UserId } from '#domain/model/case.js';
import type { LocalDate } from '#domain/time.js';
import type { Package } from '../acts.js';
import type { Stage } from '../stage.js';

export interface Match {
  readonly mentor: UserId;
  readonly unit: UnitId;
  /** Who has the case in the unit, after the coordinator has found a mentor there. */
  readonly owner: UserId;
  readonly deputy: UserId;
  readonly aims: string;
}

/** The coordinator grants ten hours and finds a mentor; the mentor's unit takes the case. */
export function match(stage: Stage, { mentor, unit, owner, deputy, aims }: Match): void {
  const coordinator = 'mentorkoordinator';
  stage.later(1);
  register(stage, coordinator, 'adviceGranted', { hours: 10 });
  register(stage, coordinator, 'aidAwarded', {
    amountNok: 25000,
    kind: 'HOURS',
    nokPerEur: 11.5,
    basis: 'Ti timer veiledning til 2 500 kroner timen.',
  });
  stage.later(1);
  register(stage, coordinator, 'mentorMatched', { mentor, unit });
  take(stage, `leder.${unit}`, owner);
  nameDeputy(stage, deputy);
  stage.later(2);
  register(stage, mentor, 'mentoringAgreementSigned', { note: aims });
}

export type Session = readonly [on: LocalDate, hours: number, minutes: string];

export function sessions(stage: Stage, mentor: UserId, held: readonly Session[]): void {
  for (const [on, hours, minutes] of held) {
    stage.from(on);
    register(stage, mentor, 'sessionLogged', { hours, minutes });
  }
}

export interface PassG2 {
  readonly mentor: UserId;
  readonly hosting: UnitId;
  readonly receiving: UnitId;
  readonly lead: UserId;
  readonly deputy: UserId;
  readonly idea: string;
  readonly words: Package;
  readonly enteredOn: LocalDate;
}

/** The mentoring ends with a pilot idea and two units that want it; the pilot lead takes over. */
export function passG2(stage: Stage, ending: PassG2): void {
  const { mentor, hosting, receiving, lead, deputy, idea, words, enteredOn } = ending;
  register(stage, mentor, 'receivingUnitNamed', {
    unit: receiving,
    conditions: 'Følger piloten og svarer før den slutter.',
  });
  tick(stage, mentor, 'pilotIdea', 'effectHypothesis', 'closingEvaluations');
  stage.later(1);
  decideGate(stage, `leder.${hosting}`, { toPhase: 'PILOT', reason: idea });
  handOver(stage, {
    to: [
      [hosting, lead],
      [receiving, `leder.${receiving}`],
    ],
    words,
    acceptedOn: enteredOn,
    deputy,
  });
}
