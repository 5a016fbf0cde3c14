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

/** The buyer writes the route memo by the rules of the day, and the evaluators declare their impartiality. */
export function writeMemo(simulation: Stage, { by, memo, impartial }: Memo): void {
  register(simulation, by, 'routeMemoApproved', { rulesAsOf: simulation.today(), memo });
  register(simulation, by, 'impartialityDeclared', { impartial: true, note: impartial });
}

export interface Purchase {
  readonly by: UserId;
  readonly dialogue: string;
  readonly evaluation: string;
}

/** Value estimate, market dialogue and evaluation of tenders: what every paid route needs. */
export function purchase(simulation: Stage, { by, dialogue, evaluation }: Purchase): void {
  tick(simulation, by, 'valueEstimate');
  register(simulation, by, 'marketDialogueHeld', { note: dialogue });
  simulation.later(8);
  register(simulation, by, 'tendersEvaluated', { note: evaluation });
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
  readonly to: ReceiverList;
  readonly sections: Package;
  readonly enteredOn: LocalDate;
  readonly deputy?: UserId;
}

/** The agreement is signed and registered, and the case handed over to those who will run the service. */
export function agree(simulation: Stage, agreement: Agreement): void {
  const { by, signedOn, endsOn, optionNoticeOn, valueNok, receiving, reason, to, sections, enteredOn, deputy } =
    agreement;
  simulation.from(signedOn);
  register(simulation, by, 'agreementSigned', {
    startsOn: enteredOn,
    endsOn,
    valueNok,
    ...(optionNoticeOn !== undefined && { optionNoticeOn }),
  });
  tick(simulation, by, 'effectClause');
  register(simulation, by, 'agreementRegistered', {
    note: 'Registrert i avtaleregisteret med datoer for opsjon og utløp.',
  });
  simulation.later(1);
  decideGate(simulation, `leder.${receiving}`, { toPhase: 'OPERATION', reason });
  handOver(simulation, { to, sections, acceptedOn: enteredOn, ...(deputy !== undefined && { deputy }) });
}
