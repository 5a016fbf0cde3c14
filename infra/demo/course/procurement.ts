import { decideGate, handOver, register, tick } from '../acts.js';
import type { UnitId, UserId } from '#domain/model/case.js';
import type { LocalDate } from '#domain/time.js';
import type { Package, ReceiverList } from '../acts.js';
import type { Stage } from '../stage.js';

export interface Memo {
  readonly by: UserId;
  readonly memo: string;
  readonly impartial: string;
}

/** The route is written down with the rules of the day, and those who evaluate declare themselves. */
export function writeMemo(stage: Stage, { by, memo, impartial }: Memo): void {
  register(stage, by, 'routeMemoApproved', { rulesAsOf: stage.today(), memo });
  register(stage, by, 'impartialityDeclared', { impartial: true, note: impartial });
}

export interface Purchase {
  readonly by: UserId;
  readonly dialogue: string;
  readonly evaluation: string;
}

/** Dialogue with the market, a record of who was asked, and the choice: what every paid route needs. */
export function purchase(stage: Stage, { by, dialogue, evaluation }: Purchase): void {
  tick(stage, by, 'valueEstimate');
  register(stage, by, 'marketDialogueHeld', { note: dialogue });
  stage.later(8);
  register(stage, by, 'tendersEvaluated', { note: evaluation });
}

export interface Agreement {
  readonly by: UserId;
  readonly signedOn: LocalDate;
  readonly endsOn: LocalDate;
  readonly optionNoticeOn?: LocalDate;
  readonly valueNok: number;
  /** The receiving unit: its manager is budget holder and decides. */
  readonly receiving: UnitId;
  readonly reason: string;
  readonly to: ReceiverList;
  readonly words: Package;
  readonly enteredOn: LocalDate;
  readonly deputy?: UserId;
}

/** The agreement is signed, registered and handed to those who will run it. */
export function agree(stage: Stage, agreement: Agreement): void {
  const { by, signedOn, endsOn, optionNoticeOn, valueNok, receiving, reason, to, words, enteredOn, deputy } = agreement;
  stage.from(signedOn);
  register(stage, by, 'agreementSigned', {
    startsOn: enteredOn,
    endsOn,
    valueNok,
    ...(optionNoticeOn !== undefined && { optionNoticeOn }),
  });
  tick(stage, by, 'effectClause');
  register(stage, by, 'agreementRegistered', { note: 'Registrert i avtaleregisteret med datoer for opsjon og utløp.' });
  stage.later(1);
  decideGate(stage, `leder.${receiving}`, { toPhase: 'OPERATION', reason });
  handOver(stage, { to, words, acceptedOn: enteredOn, ...(deputy !== undefined && { deputy }) });
}
