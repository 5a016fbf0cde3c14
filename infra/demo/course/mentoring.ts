import { decideGate, handOver, nameDeputy, register, take, tick } from '../acts.js';
import type { UnitId, UserId } from '#domain/model/case.js';
import type { LocalDate } from '#domain/time.js';
import type { Package } from '../acts.js';
import type { Stage } from '../stage.js';

export interface Match {
  readonly mentor: UserId;
  readonly unit: UnitId;
  /** Owner of the case after the match, in the mentor's unit. */
  readonly owner: UserId;
  readonly deputy: UserId;
  readonly aims: string;
}

/** The coordinator grants ten hours and matches a mentor; the mentor's unit takes over the case. */
export function match(simulation: Stage, { mentor, unit, owner, deputy, aims }: Match): void {
  const coordinator = 'mentorkoordinator';
  simulation.later(1);
  register(simulation, coordinator, 'adviceGranted', { hours: 10 });
  register(simulation, coordinator, 'aidAwarded', {
    amountNok: 25000,
    kind: 'HOURS',
    nokPerEur: 11.5,
    basis: 'Ti timer veiledning til 2 500 kroner timen.',
  });
  simulation.later(1);
  register(simulation, coordinator, 'mentorMatched', { mentor, unit });
  take(simulation, `leder.${unit}`, owner);
  nameDeputy(simulation, deputy);
  simulation.later(2);
  register(simulation, mentor, 'mentoringAgreementSigned', { note: aims });
}

export type Session = readonly [on: LocalDate, hours: number, minutes: string];

export function sessions(simulation: Stage, mentor: UserId, sessionList: readonly Session[]): void {
  for (const [on, hours, minutes] of sessionList) {
    simulation.from(on);
    register(simulation, mentor, 'sessionLogged', { hours, minutes });
  }
}

export interface PassG2 {
  readonly mentor: UserId;
  readonly hosting: UnitId;
  readonly receiving: UnitId;
  readonly lead: UserId;
  readonly deputy: UserId;
  readonly idea: string;
  readonly sections: Package;
  readonly enteredOn: LocalDate;
}

/** Gate G2: mentoring has led to a pilot idea with a hosting and a receiving unit. The pilot lead becomes owner. */
export function passG2(simulation: Stage, options: PassG2): void {
  const { mentor, hosting, receiving, lead, deputy, idea, sections, enteredOn } = options;
  register(simulation, mentor, 'receivingUnitNamed', {
    unit: receiving,
    conditions: 'Følger piloten og svarer før den slutter.',
  });
  tick(simulation, mentor, 'pilotIdea', 'effectHypothesis', 'closingEvaluations');
  simulation.later(1);
  decideGate(simulation, `leder.${hosting}`, { toPhase: 'PILOT', reason: idea });
  handOver(simulation, {
    to: [
      [hosting, lead],
      [receiving, `leder.${receiving}`],
    ],
    sections,
    acceptedOn: enteredOn,
    deputy,
  });
}
