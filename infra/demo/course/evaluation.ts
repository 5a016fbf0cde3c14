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

/** The benefit owner asks for the evaluation; the evaluator accepts, and the unit keeps the case while it is written. */
export function beginEvaluation(stage: Stage, { unit, owner, deputy, reason, enteredOn }: Evaluation): void {
  tick(stage, stage.state().owner, 'costData', 'evaluatorIndependent');
  stage.later(1);
  decideGate(stage, `leder.${unit}`, { toPhase: 'EFFECT_EVALUATION', reason });
  const words = {
    status: 'Tolv måneder i drift. Nullpunkt, to målinger og kostnader ligger ved.',
    firstStep: 'Bekrefte at datagrunnlaget holder, og avtale samtale med entreprenøren.',
    effectPlan: 'Effektplanen og målingene følger saken.',
  };
  handOver(stage, { to: [['stab', 'evaluator']], words, acceptedOn: enteredOn });
  stage.later(1);
  take(stage, `leder.${unit}`, owner);
  nameDeputy(stage, deputy);
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

/** The report, the entrepreneur's word on it, and the benefit owner's approval. */
export function report(stage: Stage, it: Report): void {
  stage.from(it.deliveredOn);
  const { costPerGoalNok, contribution, limitations } = it;
  register(stage, 'evaluator', 'evaluationReportDelivered', { costPerGoalNok, contribution, limitations });
  stage.later(1);
  register(stage, 'evaluator', 'entrepreneurCommentInvited', {
    note: 'Rapporten er sendt til entreprenøren, med ti arbeidsdager til å kommentere.',
  });
  stage.later(5);
  register(stage, it.entrepreneur, 'entrepreneurCommented', { comment: it.comment });
  stage.later(1);
  register(stage, it.approver, 'evaluationApproved', { note: 'Gevinsteier har godkjent rapporten.' });
}
