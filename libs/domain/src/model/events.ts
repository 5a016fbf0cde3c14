import type { Instant, LocalDate } from '../time.js';
import type { Decision, GateId, Phase, Slot } from '../process/process-document.js';
import type { QuestionKind } from '../process/question-kinds.js';
import type {
  Participant,
  Deadline,
  HandoverPurpose,
  ResolvedParty,
  Receiver,
  Rung,
  TextKey,
  UnitId,
  UserId,
} from './case.js';
import type { ProofRef } from './ids.js';
import type { PartProof } from './handover-parts.js';
import type { EscalationChoice, LapsedChoice } from './manager-choice.js';
import type { Answer, ApprovalKind, ApprovalRequest, Approver, ManagerAct } from './asked.js';
import type { AgreedStep, MeetingPlan, MeetingRef, TimeOfDay } from './meetings.js';

/** What each event carries. Everything computed (dates included) is in the event; `evolve` only copies. */
export interface EventBodies {
  enquiryReceived: {
    id: string;
    number: string;
    process: { id: string; version: number };
    phase: Phase;
    gate: GateId;
    organisation: string | null;
    entrepreneur: UserId | null;
    owner: UserId;
    contact: UserId;
    unit: UnitId;
    channel: string;
    origin: string;
    title: TextKey;
    area: string | null;
  };
  receiptSent: { to: Slot };
  /** `handover` where the new owner accepted the case. */
  ownerAssigned: {
    owner: UserId;
    unit: UnitId;
    from: UserId;
    handover?: string;
    contact?: UserId;
    withoutDeputy?: true;
  };
  deputyNamed: { deputy: UserId };
  contactChanged: { contact: UserId; note: TextKey; from: UserId };
  partyAdded: Participant;
  /** A duty in the case passes to a person, by accepting a handover or by `assignRole`. */
  roleAssigned: { person: UserId; role: string; from: LocalDate; to: LocalDate | null };
  roleEnded: { person: UserId; role: string; to: LocalDate };
  partyEnded: { party: UserId; role: string; to: LocalDate };
  /** `tells`: whom it is told to at once. */
  factRegistered: { fact: string; on: LocalDate; data: Record<string, unknown>; tells?: Slot[]; proof?: ProofRef[] };
  factCorrected: {
    event: number;
    fact: string;
    on: LocalDate;
    at: Instant;
    data: Record<string, unknown>;
    reason: TextKey;
    proof?: ProofRef[];
  };
  factRetracted: { event: number; fact: string; reason: TextKey };
  itemTicked: { item: string; reference?: TextKey; proof?: ProofRef[] };
  itemWaived: { item: string; reason: TextKey };
  gateDecided: {
    gate: GateId;
    decision: Decision;
    toPhase?: Phase;
    route?: string;
    enters: boolean;
    reason: TextKey;
    /** The fact by which it is told outside; absent: it is told at once. */
    toldBy?: string;
    /** Items that were open when a decision without a complete checklist was made. */
    departed?: string[];
  };
  /** All that rests on the decision is done: told, signed, written down. Only the handover remains. */
  handoverReady: { gate: GateId };
  handoverDrafted: {
    handover: string;
    purpose: HandoverPurpose;
    gate?: GateId;
    toPhase?: Phase;
    from: { unit: UnitId; person: UserId };
    receivers: Receiver[];
    package: TextKey;
    /** Ids of documents of the case. */
    attachments?: string[];
    proof?: PartProof;
  };
  handoverSent: { handover: string };
  handoverAcknowledged: { handover: string; receiver: number };
  handoverAccepted: { handover: string; receiver: number; conditions?: TextKey };
  handoverReturned: { handover: string; receiver: number; gaps: TextKey };
  handoverDeclined: { handover: string; receiver: number; reason: TextKey; alternative: TextKey };
  handoverWithdrawn: { handover: string; reason: TextKey };
  /** All receivers have accepted. */
  handoverCompleted: { handover: string; purpose: HandoverPurpose; gate?: GateId; toPhase?: Phase };
  handoverLapsed: { handover: string };
  unitAsked: {
    question: string;
    unit: UnitId;
    person?: UserId;
    kind: QuestionKind;
    text: TextKey;
    answerBy: LocalDate;
    from: { unit: UnitId; person: UserId };
  };
  approvalAsked: { approval: string; approver: Approver } & ApprovalRequest;
  debtActedOn: { deadline: string; act: ManagerAct; person?: UserId; until?: LocalDate; reason?: TextKey };
  debtTaken: { deadline: string; by: UserId };
  approvalAnswered: { approval: string; kind: ApprovalKind; yes: boolean; reason: TextKey };
  /** What it was about is done or no longer owed. */
  approvalLapsed: { approval: string };
  questionAnswered: { question: string; answer: Answer; conditions?: TextKey; text?: TextKey; proof?: ProofRef[] };
  questionRedirected: {
    question: string;
    unit: UnitId;
    person?: UserId;
    from: { unit: UnitId; person?: UserId };
    reason: TextKey;
  };
  /** The entrepreneur is asked for these things; without `by` the process says until when. */
  informationRequested: { request: string; what: TextKey[]; by?: LocalDate };
  /** `all`: with this, everything that was asked for is sent. */
  informationGiven: { request: string; item: number; text?: TextKey; proof?: ProofRef[]; all?: true };
  /** `all`: with this, everything that was asked for is accepted. */
  informationAccepted: { request: string; item: number; all?: true };
  /** `by`: until when it is to be sent again, where the date that she has lies behind or is met. */
  informationReturned: { request: string; item: number; missing: TextKey; by?: LocalDate };
  informationRequestWithdrawn: { request: string; reason: TextKey };
  /** `withCase`: by whoever had the case. */
  meetingPlanned: { meeting: string; withCase?: true } & MeetingPlan;
  meetingMoved: {
    meeting: string;
    template: string;
    from: { on: LocalDate; at: TimeOfDay };
    on: LocalDate;
    at: TimeOfDay;
    reason: TextKey;
  };
  meetingCancelled: { meeting: string; template: string; reason: TextKey };
  /** `fact` is what the meeting counts as; it is registered in the event before this one. */
  meetingHeld: {
    meeting: string;
    template: string;
    on: LocalDate;
    present: readonly MeetingRef[];
    summary?: TextKey;
    fact?: string;
    steps: readonly Omit<AgreedStep, 'done' | 'withdrawn'>[];
  };
  /** All that is said of it now; its fact, where the day is another, is corrected in the event before this one. */
  meetingCorrected: {
    meeting: string;
    template: string;
    on: LocalDate;
    present: readonly MeetingRef[];
    summary?: TextKey;
    reason: TextKey;
  };
  nextStepCompleted: { step: string; note?: TextKey };
  nextStepWithdrawn: { step: string; reason: TextKey };
  /** Nobody answered, and the manager chose; what follows from the choice is in the events after this one. */
  lapsedResolved: { handover: string; choice: LapsedChoice; until?: LocalDate; reason: TextKey };
  escalationChosen: {
    deadline: string;
    choice: EscalationChoice;
    owner?: UserId;
    until?: LocalDate;
    reason: TextKey;
  };
  gateOpened: { gate: GateId; after: GateId };
  /** Nothing keeps the gate from being decided any more; its decider owes the decision. */
  gateReady: { gate: GateId };
  /** Something keeps the gate closed again. */
  gateBlocked: { gate: GateId };
  /** After a REFUSE: the owner asks the decider again. */
  decisionAsked: { gate: GateId; note: TextKey };
  phaseEntered: { phase: Phase; from: Phase; gate: GateId };
  caseSuspended: { reason: TextKey; resumeOn: LocalDate; approvedBy: UserId; from: LocalDate };
  caseResumed: { from: LocalDate; to: LocalDate };
  caseRejected: { reason: TextKey; advice: TextKey; individualDecision: boolean };
  caseReferred: { to: string; reason: TextKey };
  caseWithdrawn: { reason: TextKey };
  caseStopped: { reason: TextKey };
  caseCompleted: Record<string, never>;
  /** `owed` are answers that the law asks for and that silence does not meet. */
  caseWentDormant: { deadline: string; owed?: string[] };
  caseReopened: { reason: TextKey };
  /** `tells`: whom it is told to at once, that they owe it. */
  deadlineOpened: { deadline: Deadline; tells?: Slot[] };
  /** A new date, from a corrected fact, a pause, a quiet period or an extension; replaces the rungs not yet fired. */
  deadlineMoved: {
    deadline: string;
    from: LocalDate;
    to: LocalDate;
    dueAt: Instant;
    rungs: Rung[];
    why: string;
    extended?: boolean;
    basisAt: Instant;
    /** What it is counted from now, when that is another event. */
    basis?: { seq: number; key: string };
  };
  /** `own`: what was agreed in a meeting is moved by whoever owes it. */
  deadlineExtended: { deadline: string; until: LocalDate; reason: TextKey; missedOn?: LocalDate; own?: true };
  deadlineMet: { deadline: string; metAt: Instant; late: boolean };
  /** The fact that met it was retracted, or corrected so that it no longer does. */
  deadlineReopened: { deadline: string; breached: boolean };
  /** A debt that is BREACHED stays so; its ladder stands still. */
  deadlinePaused: { deadline: string };
  /** With the rungs that have not fired, as they fall after the pause. */
  deadlineResumed: { deadline: string; rungs: Rung[] };
  deadlineCancelled: { deadline: string; reason: string };
  /** A HOLD or RIGHT is over. */
  deadlinePassed: { deadline: string };
  deadlineBreached: { deadline: string; owedBy: ResolvedParty };
  reminderDue: { deadline: string; rung: string; to: Slot[]; send: boolean };
  escalated: { deadline: string; rung: string; to: Slot[]; send: boolean };
  /** After an outage: the escalation waits until the debtor has had a working day after a reminder that was sent. */
  escalationHeld: { deadline: string; rung: string; until: Instant };
}

export type EventType = keyof EventBodies;

/** One event of a case's history. `at` is when it happened, `recordedAt` when the case recorded it (domain time). */
export type CaseEvent = {
  [T in EventType]: {
    readonly seq: number;
    readonly type: T;
    readonly at: Instant;
    readonly recordedAt: Instant;
    /** Null when the clock caused it. */
    readonly by: UserId | null;
    readonly command?: string;
    /** Keyed hash of the command's body; on the command's first event only. */
    readonly hash?: string;
    readonly data: EventBodies[T];
  };
}[EventType];
