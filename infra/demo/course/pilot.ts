import { nextFirstOf } from '../days.js';
import { accept, decideGate, nameDeputy, register, send, take, tick } from '../acts.js';
import { passG1 } from './first-contact.js';
import type { UnitId, UserId } from '#domain/model/case.js';
import type { LocalDate } from '#domain/time.js';
import type { Package } from '../acts.js';
import type { Stage } from '../stage.js';

export interface PilotPlan {
  readonly hosting: UnitId;
  readonly receiving: UnitId;
  /** The sector's director, who decides. */
  readonly director: UserId;
  readonly conditions: string;
  readonly plan: string;
  readonly baseline: string;
  readonly reason: string;
  /** True: a data-processing agreement is needed and made. */
  readonly personalData?: boolean;
}

/** Who runs it has the case. The plan, the receiving unit, the baseline and the agreement; then gate G3. About twelve working days. */
export function plan(stage: Stage, pilot: PilotPlan): void {
  const { hosting, receiving, director, conditions, baseline, reason, personalData = false } = pilot;
  const lead = stage.state().owner;
  register(stage, lead, 'budgetDateSet', { inputBy: nextFirstOf('09', stage.today()) });
  register(stage, `leder.${receiving}`, 'receivingUnitNamed', { unit: receiving, conditions });
  register(stage, lead, 'benefitOwnerNamed', { person: `leder.${receiving}` });
  stage.later(2);
  register(stage, 'personvern', 'dpiaScreened', { personalData, note: 'Vurdert sammen med personvernombudet.' });
  if (personalData) tick(stage, 'personvern', 'pilotDpa');
  tick(stage, 'innkjoper', 'pilotProcurement');
  tick(stage, lead, 'routeHypothesis');
  stage.later(2);
  register(stage, lead, 'baselineRecorded', { note: baseline });
  tick(stage, 'controller', 'budgetSource');
  tick(stage, lead, 'stopCriteria');
  stage.later(2);
  register(stage, lead, 'pilotPlanApproved', { note: pilot.plan });
  register(stage, lead, 'pilotAgreementSigned', {
    note: 'Avtalen sier at piloten ikke gir rett til kontrakt, hvem som eier resultatene, og hvordan den kan avsluttes.',
  });
  stage.later(1);
  decideGate(stage, director, { toPhase: 'PILOT', reason });
  const people = [...new Set([hosting, receiving])].map((unit) => [unit, `leder.${unit}`] as const);
  send(stage, people, {
    status: 'Piloten er klar til start. Planen, nullpunktet og avtalen ligger ved.',
    firstStep: 'Si ja til å være vertsenhet og mottakende enhet, og stille med kontaktperson.',
  });
  stage.later(2);
  for (const [, person] of people) accept(stage, person);
  register(stage, 'gevinstansvarlig', 'evaluationPlanned', {
    note: 'Fem indikatorer, målt før, midtveis og etter seks og tolv måneder.',
  });
}

export interface PilotEnd {
  readonly director: UserId;
  readonly endedOn: LocalDate;
  readonly decidedOn: LocalDate;
  readonly learnt: string;
  readonly costPerUserNok: number;
  readonly operationCostNok: number;
  readonly recommendation: string;
  readonly dialogue: string;
  readonly decision: 'SCALE' | 'OTHERS';
  readonly route: string;
  readonly valueNok: number;
  readonly service?: 'ORDINARY' | 'HEALTH_SOCIAL' | 'OTHER_SPECIAL';
  readonly reason: string;
}

/** The pilot ends, its report is written, and the director decides where it leads. Three weeks or so. */
export function conclude(stage: Stage, end: PilotEnd): void {
  const lead = stage.state().owner;
  const { director, decision, route, valueNok, service = 'ORDINARY', reason } = end;
  stage.on(end.endedOn);
  register(stage, lead, 'pilotEnded', { note: end.learnt });
  register(stage, lead, 'dialogueLogged', { summary: end.dialogue });
  stage.later(5);
  const { costPerUserNok, operationCostNok, recommendation } = end;
  register(stage, lead, 'pilotReportDelivered', { costPerUserNok, operationCostNok, recommendation });
  tick(stage, 'evaluator', 'effectVsBaseline');
  tick(stage, 'controller', 'costs');
  stage.later(2);
  tick(stage, lead, 'learningShared', 'receivingConditions', 'dialogueLog');
  register(stage, lead, 'routeChosen', { route, valueNok, service, reason });
  tick(stage, lead, 'entrepreneurInformed');
  stage.on(end.decidedOn);
  decideGate(stage, director, { decision, toPhase: 'PROCUREMENT', route, reason });
}

/** What the receivers of a decided pilot are told. */
export const pilotPackage = (status: string, firstStep: string): Package => ({
  status,
  firstStep,
  need: 'Behovet er beskrevet uten å vise til leverandøren; det som er prøvd ut og ikke prøvd ut, står hver for seg.',
  dialogueLog: 'Dialogloggen følger saken og kan deles med alle som vil gi tilbud.',
  told: 'Entreprenøren vet at piloten ikke gir rett til kontrakt, og når avgjørelsen kommer.',
});

export interface PilotOpening {
  readonly unit: UnitId;
  readonly reason: string;
  readonly status: string;
  readonly enteredOn: LocalDate;
}

/** Straight from first contact to a pilot: the hosting unit's manager accepts and gives it to the pilot lead. */
export function enterPilot(stage: Stage, { unit, reason, status, enteredOn }: PilotOpening): void {
  const to = [[unit, `leder.${unit}`]] as const;
  const words = { status, firstStep: 'Navngi pilotleder og mottakende enhet, og begynne på pilotplanen.' };
  passG1(stage, { step: 'PILOT', unit, reason, to, words, enteredOn });
  take(stage, `leder.${unit}`, `pilotleder.${unit}`);
  nameDeputy(stage, `saksbehandler.${unit}`);
  stage.later(1);
}

/** The pilot runs, with a status every other week. */
export function run(stage: Stage, startOn: LocalDate, endsOn: LocalDate): void {
  stage.from(startOn);
  register(stage, stage.state().owner, 'pilotStarted', { endsOn });
}
