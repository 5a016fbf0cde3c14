import { decideGate, completeHandover, nameDeputy, registerFact, assignOwner, tickItems } from '../actions.js';
import type { UnitId, UserId } from '#domain/model/case.js';
import type { LocalDate } from '#domain/time.js';
import type { PackageSections, Receivers } from '../actions.js';
import type { StorySimulation } from '../simulation.js';

export interface FirstContact {
  readonly handler: UserId;
  readonly deputy: UserId;
  readonly called: string;
  readonly met: string;
  readonly fit: string;
  /** Outcome of the assessment; true by default. */
  readonly fits?: boolean;
}

/** The front line calls on the next working day. A handler becomes owner, meets the entrepreneur and assesses the fit. */
export function completeFirstContact(
  simulation: StorySimulation,
  { handler, deputy, called, met, fit, fits = true }: FirstContact,
): void {
  simulation.advanceWorkingDays(1);
  tickItems(simulation, 'mottak', 'enquiryJournaled');
  registerFact(simulation, 'mottak', 'contactMade', { note: called });
  assignOwner(simulation, 'mottak', handler);
  nameDeputy(simulation, deputy);
  registerFact(simulation, handler, 'organisationChecked', { note: 'Registrert i Enhetsregisteret; ingen merknader.' });
  simulation.advanceWorkingDays(4);
  registerFact(simulation, handler, 'meetingHeld', { note: met });
  tickItems(simulation, handler, 'profileComplete');
  simulation.advanceWorkingDays(1);
  registerFact(simulation, handler, 'impartialityDeclared', { impartial: true, note: 'Ingen bånd til virksomheten.' });
  tickItems(simulation, handler, 'othersChecked');
  registerFact(simulation, handler, 'fitAssessed', { fits, note: fit });
}

export interface NextStepChoice {
  readonly step: 'MENTORING' | 'PILOT' | 'PROCUREMENT' | 'REFER' | 'REJECT';
  readonly unit?: UnitId;
  readonly reason: string;
  readonly answer: string;
}

export function chooseNextStep(simulation: StorySimulation, { step, unit, reason, answer }: NextStepChoice): void {
  const { owner } = simulation.state();
  simulation.advanceWorkingDays(1);
  registerFact(simulation, owner, 'nextStepChosen', { step, reason, ...(unit !== undefined && { unit }) });
  simulation.advanceWorkingDays(1);
  // The answer to a case that goes on is the letter of the decision; until then the entrepreneur gets a preliminary one.
  const goesOn = step !== 'REFER' && step !== 'REJECT';
  registerFact(simulation, owner, goesOn ? 'preliminaryReplySent' : 'answerSent', { note: answer });
}

export interface PassG1 {
  readonly step: 'MENTORING' | 'PILOT';
  /** The interested unit: its manager decides. */
  readonly unit: UnitId;
  readonly reason: string;
  readonly to: Receivers;
  readonly sections: PackageSections;
  readonly enteredOn: LocalDate;
  readonly deputy?: UserId;
}

/** The interested unit's manager decides gate G1, and the receivers accept on `enteredOn`, when the phase begins. */
export function passG1(
  simulation: StorySimulation,
  { step, unit, reason, to, sections, enteredOn, deputy }: PassG1,
): void {
  simulation.advanceWorkingDays(1);
  decideGate(simulation, `leder.${unit}`, { toPhase: step, reason });
  completeHandover(simulation, { to, sections, acceptedOn: enteredOn, ...(deputy !== undefined && { deputy }) });
}
