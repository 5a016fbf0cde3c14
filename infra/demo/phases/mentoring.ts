import { decideGate, completeHandover, nameDeputy, registerFact, assignOwner, tickItems } from '../actions.js';
import { meetingDayOnOrBefore } from '../story-days.js';
import type { UnitId, UserId } from '#domain/model/case.js';
import type { LocalDate } from '#domain/time.js';
import type { PackageSections } from '../actions.js';
import type { StorySimulation } from '../simulation.js';

export interface MentorMatch {
  readonly mentor: UserId;
  readonly unit: UnitId;
  /** Owner of the case after the match, in the mentor's unit. */
  readonly owner: UserId;
  readonly deputy: UserId;
  readonly aims: string;
}

/** The coordinator grants ten hours and matches a mentor; the mentor's unit takes over the case. */
export function matchMentor(simulation: StorySimulation, { mentor, unit, owner, deputy, aims }: MentorMatch): void {
  const coordinator = 'mentorkoordinator';
  simulation.advanceWorkingDays(1);
  registerFact(simulation, coordinator, 'adviceGranted', { hours: 10 });
  registerFact(simulation, coordinator, 'aidAwarded', {
    amountNok: 25000,
    kind: 'HOURS',
    nokPerEur: 11.5,
    basis: 'Ti timer veiledning til 2 500 kroner timen.',
  });
  simulation.advanceWorkingDays(1);
  registerFact(simulation, coordinator, 'mentorMatched', { mentor, unit });
  assignOwner(simulation, `leder.${unit}`, owner);
  nameDeputy(simulation, deputy);
  simulation.advanceWorkingDays(2);
  registerFact(simulation, mentor, 'mentoringAgreementSigned', { note: aims });
}

export type MentoringSession = readonly [on: LocalDate, hours: number, minutes: string];

export function logSessions(
  simulation: StorySimulation,
  mentor: UserId,
  sessionList: readonly MentoringSession[],
): void {
  for (const [on, hours, minutes] of sessionList) {
    simulation.advanceToAtLeast(meetingDayOnOrBefore(on));
    registerFact(simulation, mentor, 'sessionLogged', { hours, minutes });
  }
}

export interface PassG2 {
  readonly mentor: UserId;
  readonly hosting: UnitId;
  readonly receiving: UnitId;
  readonly pilotLead: UserId;
  readonly deputy: UserId;
  readonly idea: string;
  readonly sections: PackageSections;
  readonly enteredOn: LocalDate;
}

/** Gate G2: mentoring has led to a pilot idea with a hosting and a receiving unit. The pilot lead becomes owner. */
export function passG2(simulation: StorySimulation, options: PassG2): void {
  const { mentor, hosting, receiving, pilotLead, deputy, idea, sections, enteredOn } = options;
  registerFact(simulation, mentor, 'receivingUnitNamed', {
    unit: receiving,
    conditions: 'Følger piloten og svarer før den slutter.',
  });
  tickItems(simulation, mentor, 'pilotIdea', 'effectHypothesis', 'closingEvaluations');
  simulation.advanceWorkingDays(1);
  decideGate(simulation, `leder.${hosting}`, { toPhase: 'PILOT', reason: idea });
  completeHandover(simulation, {
    to: [
      [hosting, pilotLead],
      [receiving, `leder.${receiving}`],
    ],
    sections,
    acceptedOn: enteredOn,
    deputy,
  });
}
