import { nextFirstOf } from '../story-days.js';
import {
  acceptHandover,
  agreeOnRole,
  decideGate,
  nameDeputy,
  registerFact,
  sendHandover,
  tickItems,
} from '../actions.js';
import { passG1 } from './first-contact.js';
import type { UnitId, UserId } from '#domain/model/case.js';
import type { LocalDate } from '#domain/time.js';
import type { PackageSections } from '../actions.js';
import type { StorySimulation } from '../simulation.js';

export interface PilotPlan {
  readonly hosting: UnitId;
  readonly receiving: UnitId;
  /** The sector's director, who decides the gate. */
  readonly director: UserId;
  readonly conditions: string;
  readonly plan: string;
  readonly baseline: string;
  readonly reason: string;
  /** True: the pilot needs a data-processing agreement, which is made. */
  readonly personalData?: boolean;
}

/** The pilot lead plans the pilot: receiving unit, baseline, plan, agreement, then gate G3. Takes about twelve working days. */
export function planPilot(simulation: StorySimulation, options: PilotPlan): void {
  const { hosting, receiving, director, conditions, baseline, reason, personalData = false } = options;
  const lead = simulation.state().owner;
  registerFact(simulation, lead, 'budgetDateSet', { inputBy: nextFirstOf('09', simulation.today()) });
  agreeOnRole(simulation, lead, { unit: receiving, kind: 'RECEIVE', conditions });
  agreeOnRole(simulation, lead, { unit: receiving, kind: 'BENEFIT' });
  simulation.advanceWorkingDays(2);
  registerFact(simulation, 'personvern', 'dpiaScreened', {
    personalData,
    note: 'Vurdert sammen med personvernombudet.',
  });
  if (personalData) tickItems(simulation, 'personvern', 'pilotDpa');
  tickItems(simulation, 'innkjoper', 'pilotProcurement');
  tickItems(simulation, lead, 'routeHypothesis');
  simulation.advanceWorkingDays(2);
  registerFact(simulation, lead, 'baselineRecorded', { note: baseline });
  tickItems(simulation, 'controller', 'budgetSource');
  tickItems(simulation, lead, 'stopCriteria');
  simulation.advanceWorkingDays(2);
  registerFact(simulation, lead, 'pilotPlanApproved', { note: options.plan });
  registerFact(simulation, lead, 'pilotAgreementSigned', {
    note: 'Avtalen sier at piloten ikke gir rett til kontrakt, hvem som eier resultatene, og hvordan den kan avsluttes.',
  });
  simulation.advanceWorkingDays(1);
  decideGate(simulation, director, { toPhase: 'PILOT', reason });
  const receivers = [...new Set([hosting, receiving])].map((unit) => [unit, `leder.${unit}`] as const);
  sendHandover(simulation, receivers, {
    status: 'Piloten er klar til start. Planen, nullpunktet og avtalen ligger ved.',
    firstStep: 'Si ja til å være vertsenhet og mottakende enhet, og stille med kontaktperson.',
  });
  simulation.advanceWorkingDays(2);
  for (const [, person] of receivers) acceptHandover(simulation, person);
  registerFact(simulation, 'gevinstansvarlig', 'evaluationPlanned', {
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

/** The pilot ends, its report is delivered, and the director decides on the procurement route. Takes about three weeks. */
export function concludePilot(simulation: StorySimulation, options: PilotEnd): void {
  const lead = simulation.state().owner;
  const { director, decision, route, valueNok, service = 'ORDINARY', reason } = options;
  simulation.advanceTo(options.endedOn);
  registerFact(simulation, lead, 'pilotEnded', { note: options.learnt });
  registerFact(simulation, lead, 'dialogueLogged', { summary: options.dialogue });
  simulation.advanceWorkingDays(5);
  const { costPerUserNok, operationCostNok, recommendation } = options;
  registerFact(simulation, lead, 'pilotReportDelivered', { costPerUserNok, operationCostNok, recommendation });
  tickItems(simulation, 'evaluator', 'effectVsBaseline');
  tickItems(simulation, 'controller', 'costs');
  simulation.advanceWorkingDays(2);
  tickItems(simulation, lead, 'learningShared', 'receivingConditions', 'dialogueLog');
  registerFact(simulation, lead, 'routeChosen', { route, valueNok, service, reason });
  simulation.advanceTo(options.decidedOn);
  decideGate(simulation, director, { decision, toPhase: 'PROCUREMENT', route, reason });
}

/** The handover package of a decided pilot. */
export const pilotPackage = (status: string, firstStep: string): PackageSections => ({
  status,
  firstStep,
  need: 'Behovet er beskrevet uten å vise til leverandøren; det som er prøvd ut og ikke prøvd ut, står hver for seg.',
  dialogue: 'Dialogloggen følger saken og kan deles med alle som vil gi tilbud.',
  told: 'Entreprenøren vet at piloten ikke gir rett til kontrakt, og når avgjørelsen kommer.',
});

export interface PilotEntry {
  readonly unit: UnitId;
  readonly reason: string;
  readonly status: string;
  readonly enteredOn: LocalDate;
}

/** From first contact straight to a pilot: the pilot lead accepts the case, and the hosting unit's manager the pilot. */
export function enterPilot(simulation: StorySimulation, { unit, reason, status, enteredOn }: PilotEntry): void {
  const to = [
    [unit, `pilotleder.${unit}`],
    [unit, `leder.${unit}`],
  ] as const;
  const sections = { status, firstStep: 'Navngi mottakende enhet, og begynne på pilotplanen.' };
  passG1(simulation, { step: 'PILOT', unit, reason, to, sections, enteredOn });
  nameDeputy(simulation, `saksbehandler.${unit}`);
  simulation.advanceWorkingDays(1);
}

/** Starts the pilot. Status reports follow by routine. */
export function startPilot(simulation: StorySimulation, startOn: LocalDate, endsOn: LocalDate): void {
  simulation.advanceToAtLeast(startOn);
  registerFact(simulation, simulation.state().owner, 'pilotStarted', { endsOn });
}
