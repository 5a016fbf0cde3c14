import { decideGate, handOver, nameDeputy, register, take, tick } from '../acts.js';
import type { UnitId, UserId } from '#domain/model/case.js';
import type { LocalDate } from '#domain/time.js';
import type { Package, ReceiverList } from '../acts.js';
import type { Stage } from '../stage.js';

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
export function meet(simulation: Stage, { handler, deputy, called, met, fit, fits = true }: FirstContact): void {
  simulation.later(1);
  tick(simulation, 'mottak', 'enquiryJournaled');
  register(simulation, 'mottak', 'contactMade', { note: called });
  take(simulation, 'mottak', handler);
  nameDeputy(simulation, deputy);
  simulation.give(handler, {
    type: 'changeContact',
    contact: handler,
    note: 'Saksbehandler er kontaktperson fra i dag. Entreprenøren har fått navn og direktenummer.',
  });
  register(simulation, handler, 'organisationChecked', { note: 'Registrert i Enhetsregisteret; ingen merknader.' });
  simulation.later(4);
  register(simulation, handler, 'meetingHeld', { note: met });
  tick(simulation, handler, 'profileComplete');
  simulation.later(1);
  register(simulation, handler, 'impartialityDeclared', { impartial: true, note: 'Ingen bånd til virksomheten.' });
  tick(simulation, handler, 'othersChecked');
  register(simulation, handler, 'fitAssessed', { fits, note: fit });
}

export interface NextStep {
  readonly step: 'MENTORING' | 'PILOT' | 'PROCUREMENT' | 'REFER' | 'REJECT';
  readonly unit?: UnitId;
  readonly reason: string;
  readonly answer: string;
}

export function chooseNextStep(simulation: Stage, { step, unit, reason, answer }: NextStep): void {
  const { owner } = simulation.state();
  simulation.later(1);
  register(simulation, owner, 'nextStepChosen', { step, reason, ...(unit !== undefined && { unit }) });
  simulation.later(1);
  register(simulation, owner, 'answerSent', { note: answer });
}

export interface PassG1 {
  readonly step: 'MENTORING' | 'PILOT';
  /** The interested unit: its manager decides. */
  readonly unit: UnitId;
  readonly reason: string;
  readonly to: ReceiverList;
  readonly sections: Package;
  readonly enteredOn: LocalDate;
  readonly deputy?: UserId;
}

/** The interested unit's manager decides gate G1, and the receivers accept on `enteredOn`, when the phase begins. */
export function passG1(simulation: Stage, { step, unit, reason, to, sections, enteredOn, deputy }: PassG1): void {
  simulation.later(1);
  decideGate(simulation, `leder.${unit}`, { toPhase: step, reason });
  handOver(simulation, { to, sections, acceptedOn: enteredOn, ...(deputy !== undefined && { deputy }) });
}
