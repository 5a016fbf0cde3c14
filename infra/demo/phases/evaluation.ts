import { decideGate, completeHandover, nameDeputy, registerFact, tickItems } from '../actions.js';
import type { UnitId, UserId } from '#domain/model/case.js';
import type { LocalDate } from '#domain/time.js';
import type { StorySimulation } from '../simulation.js';

export interface Evaluation {
  readonly unit: UnitId;
  readonly deputy: UserId;
  readonly reason: string;
  readonly enteredOn: LocalDate;
}

/** The unit's manager decides the gate, the evaluator accepts, and the case stays with the operation owner. */
export function beginEvaluation(simulation: StorySimulation, { unit, deputy, reason, enteredOn }: Evaluation): void {
  tickItems(simulation, simulation.state().owner, 'costData', 'evaluatorIndependent');
  simulation.advanceWorkingDays(1);
  decideGate(simulation, `leder.${unit}`, { toPhase: 'EFFECT_EVALUATION', reason });
  const sections = {
    status: 'Tolv måneder i drift. Nullpunkt, to målinger og kostnader ligger ved.',
    firstStep: 'Bekrefte at datagrunnlaget holder, og avtale samtale med entreprenøren.',
    effect: 'Effektplanen og målingene følger saken.',
  };
  completeHandover(simulation, { to: [['stab', 'evaluator']], sections, acceptedOn: enteredOn });
  simulation.advanceWorkingDays(1);
  nameDeputy(simulation, deputy);
}

export interface EvaluationReport {
  readonly deliveredOn: LocalDate;
  readonly costPerGoalNok: number;
  readonly contribution: 'UNKNOWN' | 'LOW' | 'SOME' | 'HIGH';
  readonly limitations: string;
  readonly entrepreneur: UserId;
  readonly comment: string;
  readonly approver: UserId;
}

/** The evaluator delivers the report, the entrepreneur comments, and the benefit owner approves. */
export function deliverEvaluationReport(simulation: StorySimulation, options: EvaluationReport): void {
  simulation.advanceToAtLeast(options.deliveredOn);
  const { costPerGoalNok, contribution, limitations } = options;
  registerFact(simulation, 'evaluator', 'evaluationReportDelivered', { costPerGoalNok, contribution, limitations });
  simulation.advanceWorkingDays(1);
  registerFact(simulation, 'evaluator', 'entrepreneurCommentInvited', {
    note: 'Rapporten er sendt til entreprenøren, med ti arbeidsdager til å kommentere.',
  });
  simulation.advanceWorkingDays(5);
  registerFact(simulation, options.entrepreneur, 'entrepreneurCommented', { comment: options.comment });
  simulation.advanceWorkingDays(1);
  registerFact(simulation, options.approver, 'evaluationApproved', { note: 'Gevinsteier har godkjent rapporten.' });
}
