import type { LocalDate } from '../time.js';
import type { Decision, Phase } from '../process/process-document.js';
import type { QuestionKind } from '../process/question-kinds.js';
import type { HandoverPurpose, TextKey, UnitId, UserId } from './case.js';
import type { Answer, ManagerAct } from './asked.js';
import type { ProofRef } from './ids.js';
import type { PartProof } from './handover-parts.js';
import type { EscalationChoice, LapsedChoice } from './manager-choice.js';
import type { MeetingPlan, MeetingRef, TimeOfDay } from './meetings.js';

/** A body without fields. */
type EmptyBody = { readonly [None in never]: never };

/** The commands that a person can give, with their bodies. The API has already replaced free text by text keys. */
export interface CommandBodies {
  assignOwner: { owner: UserId };
  nameDeputy: { deputy: UserId };
  changeContact: { contact: UserId; note: TextKey };
  registerFact: { fact: string; on?: LocalDate; data: Record<string, unknown>; proof?: ProofRef[] };
  correctFact: { event: number; on?: LocalDate; data?: Record<string, unknown>; reason: TextKey; proof?: ProofRef[] };
  retractFact: { event: number; reason: TextKey };
  /** `reference`: the proof of a legal item, such as a journal number; a document among `proof` is one too. */
  tickItem: { item: string; reference?: TextKey; proof?: ProofRef[] };
  waiveItem: { item: string; reason: TextKey };
  decideGate: { decision: Decision; toPhase?: Phase; route?: string; reason: TextKey };
  askDecision: { note: TextKey };
  draftHandover: {
    purpose: HandoverPurpose;
    toPhase?: Phase;
    receivers: { unit: UnitId; person: UserId }[];
    package: TextKey;
    /** Ids of documents of the case. */
    attachments?: string[];
    proof?: PartProof;
  };
  sendHandover: EmptyBody;
  acknowledgeHandover: EmptyBody;
  acceptHandover: { conditions?: TextKey };
  returnHandover: { gaps: TextKey };
  declineHandover: { reason: TextKey; alternative: TextKey };
  withdrawHandover: { reason: TextKey };
  askUnit: { unit: UnitId; person?: UserId; kind: QuestionKind; question: TextKey; answerBy: LocalDate };
  answerQuestion: { question: string; answer: Answer; conditions?: TextKey; text?: TextKey; proof?: ProofRef[] };
  redirectQuestion: { question: string; unit: UnitId; person?: UserId; reason: TextKey };
  requestInformation: { what: TextKey[]; by?: LocalDate };
  giveInformation: { request: string; item: number; text?: TextKey; proof?: ProofRef[] };
  acceptInformation: { request: string; item: number };
  returnInformation: { request: string; item: number; missing: TextKey };
  withdrawInformationRequest: { request: string; reason: TextKey };
  planMeeting: MeetingPlan;
  moveMeeting: { meeting: string; on: LocalDate; at: TimeOfDay; reason: TextKey };
  cancelMeeting: { meeting: string; reason: TextKey };
  /** One that nobody planned names its template in place of the meeting. */
  holdMeeting: {
    meeting?: string;
    template?: string;
    on: LocalDate;
    present: readonly MeetingRef[];
    summary?: TextKey;
    nextSteps: readonly { what: TextKey; owner: MeetingRef; by: LocalDate }[];
  };
  correctMeeting: {
    meeting: string;
    on?: LocalDate;
    present?: readonly MeetingRef[];
    summary?: TextKey;
    reason: TextKey;
  };
  completeNextStep: { step: string; note?: TextKey };
  withdrawNextStep: { step: string; reason: TextKey };
  actOn: { deadline: string; act: ManagerAct; person?: UserId; until?: LocalDate; reason?: TextKey };
  takeDebt: { deadline: string };
  askMoreTime: { deadline: string; until: LocalDate; reason: TextKey };
  answerApproval: { approval: string; yes: boolean; reason: TextKey };
  resolveLapsed: {
    choice: LapsedChoice;
    until?: LocalDate;
    receivers?: { unit: UnitId; person: UserId }[];
    reason: TextKey;
  };
  chooseEscalated: {
    deadline: string;
    choice: EscalationChoice;
    owner?: UserId;
    until?: LocalDate;
    reason: TextKey;
  };
  suspend: { reason: TextKey; resumeOn: LocalDate; approvedBy: UserId };
  resume: EmptyBody;
  reject: { reason: TextKey; advice: TextKey; individualDecision: boolean };
  refer: { to: TextKey; reason: TextKey };
  withdraw: { reason: TextKey };
  stop: { reason: TextKey };
  complete: EmptyBody;
  reopen: { reason: TextKey };
  extend: { deadline: string; until: LocalDate; reason: TextKey };
  addParty: { party: UserId; role: string; from?: LocalDate; to?: LocalDate; phases?: Phase[] };
  assignRole: { role: string; person: UserId; from?: LocalDate; to?: LocalDate };
  endParty: { party: UserId; role: string; to?: LocalDate };
}

export type CommandType = keyof CommandBodies;

export type CommandBody = { [T in CommandType]: { readonly type: T } & CommandBodies[T] }[CommandType];

export interface Grant {
  readonly role: string;
  readonly unit: UnitId;
  /** The unit lacks a leader, and somebody above it decides in place of one; that gives no reading and no taking of cases. */
  readonly borrowed?: true;
}

/** Who gives a command, as the API resolved it. Grants are flat: a role over a subtree has one grant for each unit. */
export interface Actor {
  readonly user: UserId;
  readonly grants: readonly Grant[];
  /** People whose substitute this person is today. */
  readonly standsInFor?: readonly UserId[];
  /** `org:<organisation>` and `case:<id>`: what a person from outside represents today. */
  readonly speaksFor?: readonly string[];
  /** Roles that the person holds in single cases today. */
  readonly parties?: readonly { readonly case: string; readonly role: string }[];
}

/** A command as it is sent to a case's workflow. */
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
