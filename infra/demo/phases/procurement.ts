import { decideGate, completeHandover, registerFact, tickItems } from '../actions.js';
import { workingDaysBefore } from '../story-days.js';
import type { UnitId, UserId } from '#domain/model/case.js';
import type { LocalDate } from '#domain/time.js';
import type { PackageSections, Receivers } from '../actions.js';
import type { StorySimulation } from '../simulation.js';

export interface RouteMemo {
  readonly by: UserId;
  readonly memo: string;
  readonly impartial: string;
}

/** The buyer writes the route memo by the rules of the day, and the evaluators declare their impartiality. */
export function writeRouteMemo(simulation: StorySimulation, { by, memo, impartial }: RouteMemo): void {
  registerFact(simulation, by, 'routeMemoApproved', { rulesAsOf: simulation.today(), memo });
  registerFact(simulation, by, 'impartialityDeclared', { impartial: true, note: impartial });
}

export interface Procurement {
  readonly by: UserId;
  readonly dialogue: string;
  readonly evaluation: string;
}

/** Value estimate, market dialogue and evaluation of tenders: what every paid route needs. */
export function runProcurement(simulation: StorySimulation, { by, dialogue, evaluation }: Procurement): void {
  tickItems(simulation, by, 'valueEstimate');
  registerFact(simulation, by, 'marketDialogueHeld', { note: dialogue });
  simulation.advanceWorkingDays(8);
  registerFact(simulation, by, 'tendersEvaluated', { note: evaluation });
}

export interface Agreement {
  readonly by: UserId;
  readonly signedOn: LocalDate;
  readonly endsOn: LocalDate;
  readonly optionNoticeOn?: LocalDate;
  readonly valueNok: number;
  /** The receiving unit. Its manager holds the budget and decides the gate. */
  readonly receiving: UnitId;
  readonly reason: string;
  readonly to: Receivers;
  readonly sections: PackageSections;
  readonly enteredOn: LocalDate;
  readonly deputy?: UserId;
}

/** The agreement is decided, signed and registered, and the case handed over to those who will run the service. */
export function signAgreement(simulation: StorySimulation, agreement: Agreement): void {
  const { by, signedOn, endsOn, optionNoticeOn, valueNok, receiving, reason, to, sections, enteredOn, deputy } =
    agreement;
  simulation.advanceToAtLeast(workingDaysBefore(signedOn, 1));
  tickItems(simulation, by, 'effectClause');
  decideGate(simulation, `leder.${receiving}`, { toPhase: 'OPERATION', reason });
  simulation.advanceToAtLeast(signedOn);
  registerFact(simulation, by, 'agreementSigned', {
    startsOn: enteredOn,
    endsOn,
    valueNok,
    ...(optionNoticeOn !== undefined && { optionNoticeOn }),
  });
  registerFact(simulation, by, 'agreementRegistered', {
    note: 'Registrert i avtaleregisteret med datoer for opsjon og utløp.',
  });
  completeHandover(simulation, { to, sections, acceptedOn: enteredOn, ...(deputy !== undefined && { deputy }) });
}
