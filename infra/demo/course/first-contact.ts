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
  /** False: it does not fit. */
  readonly fits?: boolean;
}

/** The front line calls the next working day, a handler takes the case and meets the entrepreneur. */
export function meet(stage: Stage, { handler, deputy, called, met, fit, fits = true }: FirstContact): void {
  stage.later(1);
  tick(stage, 'mottak', 'enquiryJournaled');
  register(stage, 'mottak', 'contactMade', { note: called });
  take(stage, 'mottak', handler);
  nameDeputy(stage, deputy);
  stage.give(handler, {
    type: 'changeContact',
    contact: handler,
    note: 'Saksbehandler er kontaktperson fra i dag. Entreprenøren har fått navn og direktenummer.',
  });
  register(stage, handler, 'organisationChecked', { note: 'Registrert i Enhetsregisteret; ingen merknader.' });
  stage.later(4);
  register(stage, handler, 'meetingHeld', { note: met });
  tick(stage, handler, 'profileComplete');
  stage.later(1);
  register(stage, handler, 'impartialityDeclared', { impartial: true, note: 'Ingen bånd til virksomheten.' });
  tick(stage, handler, 'othersChecked');
  register(stage, handler, 'fitAssessed', { fits, note: fit });
}

export interface NextStep {
  readonly step: 'MENTORING' | 'PILOT' | 'PROCUREMENT' | 'REFER' | 'REJECT';
  readonly unit?: UnitId;
  readonly reason: string;
  readonly answer: string;
}

export function chooseNextStep(stage: Stage, { step, unit, reason, answer }: NextStep): void {
  const { owner } = stage.state();
  stage.later(1);
  register(stage, owner, 'nextStepChosen', { step, reason, ...(unit !== undefined && { unit }) });
  stage.later(1);
  register(stage, owner, 'answerSent', { note: answer });
}

export interface PassG1 {
  readonly step: 'MENTORING' | 'PILOT';
  /** The interested unit: its manager decides. */
  readonly unit: UnitId;
  readonly reason: string;
  readonly to: ReceiverList;
  readonly words: Package;
  readonly enteredOn: LocalDate;
  readonly deputy?: UserId;
}

/** The interested unit's manager decides, and those who carry on accept on the day the phase is to begin. */
export function passG1(stage: Stage, { step, unit, reason, to, words, enteredOn, deputy }: PassG1): void {
  stage.later(1);
  decideGate(stage, `leder.${unit}`, { toPhase: step, reason });
  handOver(stage, { to, words, acceptedOn: enteredOn, ...(deputy !== undefined && { deputy }) });
}
