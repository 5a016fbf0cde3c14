import { decideGate, handOver, nameDeputy, register, take, tick } from '../acts.js';
import type { UnitId, UserId } from '#domain/model/case.js';
import type { LocalDate } from '#domain/time.js';
import type { Stage } from '../stage.js';

export interface Evaluation {
  readonly unit: UnitId;
  readonly owner: UserId;
  readonly deputy: UserId;
  readonly reason: string;
  readonly enteredOn: LocalDate;
}

/** The unit's manager decides the gate, the evaluator accepts, and the case stays in the unit during the evaluation. */
export function beginEvaluation(simulation: Stage, { unit, owner, deputy, reason, enteredOn }: Evaluation): void {
  tick(simulation, simulation.state().owner, 'costData', 'evaluatorIndependent');
  simulation.later(1);
  decideGate(simulation, `leder.${unit}`, { toPhase: 'EFFECT_EVALUATION', reason });
  const sections = {
    status: 'Tolv måneder i drift. Nullpunkt, to målinger og kostnader ligger ved.',
    firstStep: 'Bekrefte at datagrunnlaget holder, og avtale samtale med entreprenøren.',
    effectPlan: 'Effektplanen og målingene følger saken.',
  };
  handOver(simulation, { to: [['stab', 'evaluator']], sections, acceptedOn: enteredOn });
  simulation.later(1);
  take(simulation, `leder.${unit}`, owner);
  nameDeputy(simulation, deputy);
}

export interface Report {
  readonly deliveredOn: LocalDate;
  readonly costPerGoalNok: number;
  readonly contribution: 'UNKNOWN' | 'LOW' | 'SOME' | 'HIGH';
  readonly limitations: string;
  readonly entrepreneur: UserId;
  readonly comment: string;
  readonly approver: UserId;
}

/** The evaluator delivers the report, the entrepreneur comments, and the benefit owner approves. */
export function report(simulation: Stage, options: Report): void {
  simulation.from(options.deliveredOn);
  const { costPerGoalNok, contribution, limitations } = options;
  register(simulation, 'evaluator', 'evaluationReportDelivered', { costPerGoalNok, contribution, limitations });
  simulation.later(1);
  register(simulation, 'evaluator', 'entrepreneurCommentInvited', {
    note: 'Rapporten er sendt til entreprenøren, med ti arbeidsdager til å kommentere.',
  });
  simulation.later(5);
  register(simulation, options.entrepreneur, 'entrepreneurCommented', { comment: options.comment });
  simulation.later(1);
  register(simulation, options.approver, 'evaluationApproved', { note: 'Gevinsteier har godkjent rapporten.' });
}
