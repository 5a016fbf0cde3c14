import type { LocalDate } from '../time.js';
import type { Decision, Phase } from '../process/core.js';
import type { TextKey, UnitId, UserId } from './case.js';

/** A body without fields. */
type Nothing = { readonly [None in never]: never };

/** What a person may ask of a case. Free text has been replaced by text keys before it gets here. */
export interface CommandBodies {
  assignOwner: { owner: UserId };
  nameDeputy: { deputy: UserId };
  changeContact: { contact: UserId; note: TextKey };
  registerFact: { fact: string; on?: LocalDate; data: Record<string, unknown> };
  correctFact: { event: number; on?: LocalDate; data?: Record<string, unknown>; reason: TextKey };
  retractFact: { event: number; reason: TextKey };
  tickItem: { item: string };
  waiveItem: { item: string; reason: TextKey };
  decideGate: { decision: Decision; toPhase?: Phase; route?: string; reason: TextKey };
  draftHandover: {
    purpose: 'PHASE' | 'TRANSFER';
    toPhase?: Phase;
    receivers: { unit: UnitId; person: UserId }[];
    package: TextKey;
  };
  sendHandover: Nothing;
  acknowledgeHandover: Nothing;
  acceptHandover: { conditions?: TextKey };
  returnHandover: { gaps: TextKey };
  declineHandover: { reason: TextKey; alternative: TextKey };
  withdrawHandover: { reason: TextKey };
  suspend: { reason: TextKey; resumeOn: LocalDate; approvedBy: UserId };
  resume: Nothing;
  reject: { reason: TextKey; advice: TextKey; individualDecision: boolean };
  refer: { to: TextKey; reason: TextKey };
  withdraw: { reason: TextKey };
  stop: { reason: TextKey };
  complete: Nothing;
  reopen: { reason: TextKey };
  extend: { deadline: string; until: LocalDate; reason: TextKey };
  addParty: { party: UserId; role: string; from?: LocalDate; to?: LocalDate; phases?: Phase[] };
  endParty: { party: UserId; role: string; to?: LocalDate };
}

export type CommandType = keyof CommandBodies;

export type CommandBody = { [T in CommandType]: { readonly type: T } & CommandBodies[T] }[CommandType];

export interface Grant {
  readonly role: string;
  readonly unit: UnitId;
}

/** Who gives a command, as the API resolved it. Grants are flat: a role over a subtree has a row a unit. */
export interface Actor {
  readonly user: UserId;
  readonly grants: readonly Grant[];
  /** Those whose substitute the person is today. */
  readonly standsInFor?: readonly UserId[];
  /** `org:<organisation>` and `case:<id>`: for whom somebody outside speaks today. */
  readonly speaksFor?: readonly string[];
  /** Roles held in single cases today. */
  readonly parties?: readonly { readonly case: string; readonly role: string }[];
}

/** A command on its way to a case. */
export interface Command {
  /** The Idempotency-Key. */
  readonly id: string;
  /** Keyed hash of the original body. */
  readonly hash: string;
  readonly by: Actor;
  readonly ifMatch?: number;
  /** Home unit and grants of every user whom the body names, as the API resolved them. */
  readonly people: Readonly<Record<UserId, { readonly unit: UnitId; readonly grants: readonly Grant[] }>>;
  readonly body: CommandBody;
}
