import type { CalendarId, Instant, LocalDate } from '../time.js';
import type {
  Decision,
  Effect,
  GateId,
  Nature,
  PartyRef,
  Phase,
  Slot,
  LadderRung,
} from '../process/process-document.js';

import type { Approval, Question } from './asked.js';
import type { InformationRequest } from './information.js';
import type { PartProof } from './handover-parts.js';
import type { Meeting } from './meetings.js';
import type { ProofRef, TextKey, UnitId, UserId } from './ids.js';

/** The state of one collaboration: plain JSON, folded from its events by `evolve`. Holds no names and no free text. */

export const CLOSED_CASE_STATES = ['REJECTED', 'WITHDRAWN', 'DORMANT', 'STOPPED', 'COMPLETED'] as const;
export const OPEN_CASE_STATES = ['OPEN', 'SUSPENDED'] as const;
export const CASE_STATES = [...OPEN_CASE_STATES, ...CLOSED_CASE_STATES] as const;
export type CaseState = (typeof CASE_STATES)[number];

export const isOpen = ({ state }: { readonly state: CaseState }): boolean =>
  OPEN_CASE_STATES.some((it) => it === state);

export type { TextKey, UnitId, UserId };

/** A registered fact as it stands after corrections. `seq` is that of the first registration and never changes. */
export interface Fact {
  readonly seq: number;
  readonly fact: string;
  readonly at: Instant;
  readonly on: LocalDate;
  readonly data: Readonly<Record<string, unknown>>;
  readonly by: UserId | null;
  /** Seqs of its registration and corrections, oldest first; the last one is in force. */
  readonly revisionSeqs: readonly number[];
  readonly retracted?: boolean;
  /** What shows that it is so; of the newest revision that named any. */
  readonly proof?: readonly ProofRef[];
  /** By field: the day on which a correction last gave it another value. */
  readonly changedOn?: Readonly<Record<string, LocalDate>>;
}

/**
 * A structural occurrence that deadlines start, end or are cancelled by (see marks-of.ts). Facts act as marks too
 * (`fact:<id>`), but are kept in `facts`.
 */
export interface Mark {
  readonly key: string;
  readonly seq: number;
  readonly at: Instant;
  readonly about?: About;
  /** The day that it belongs to, where `at` is the end of that day: 24:00 of a day belongs to the day. */
  readonly on?: LocalDate;
  /** Dates that the event names; a deadline rule reads them by `dateField`, as it does those of a fact. */
  readonly dates?: Readonly<Record<string, LocalDate>>;
}

/** The thing that a mark is about, so that what answers for one of several things is not taken for another's. */
export interface About {
  readonly kind: 'handover' | 'deadline' | 'question' | 'gate' | 'approval' | 'information' | 'meeting' | 'step';
  readonly id: string;
  /** Place of the receiver in a handover, from 0. */
  readonly place?: number;
}

export interface Rung {
  readonly rung: string;
  readonly at: Instant;
  readonly to: readonly Slot[];
  readonly action: LadderRung['action'];
  /** An escalation held back after an outage until this instant; see `fire`. */
  readonly waitsUntil?: Instant;
  /** Set when it has fired: when it was recorded, whether something was sent, the due date that it belonged to, and to whom. */
  readonly done?: {
    readonly recordedAt: Instant;
    readonly send: boolean;
    readonly dueOn: LocalDate;
    /** As the letter was addressed: the slots of the case as it was when the rung fired. */
    readonly to: readonly Slot[];
  };
}

/** A person with a role in this one case, for a period and, when `phases` is set, in those phases only. */
export interface Participant {
  /** The person; the command and the event call this field `party`. */
  readonly party: UserId;
  readonly role: string;
  readonly from: LocalDate;
  readonly to: LocalDate | null;
  readonly phases?: readonly Phase[];
}

export const DEADLINE_STATES = ['OPEN', 'PAUSED', 'MET', 'BREACHED', 'CANCELLED'] as const;
export type DeadlineState = (typeof DEADLINE_STATES)[number];

/** A `PartyRef` resolved against the case: with unit and person where the case knows them. */
export interface ResolvedParty extends PartyRef {
  readonly unit?: UnitId;
  readonly user?: UserId;
  /** Last day on which the person has the role in the case; afterwards whoever holds the role in the unit owes it. */
  readonly until?: LocalDate;
}

export interface Deadline {
  readonly id: string;
  readonly kind: string;
  readonly nature: Nature;
  readonly effect: Effect;
  readonly calendar: CalendarId;
  readonly count: number;
  /** As the rule says; `debtor` and `creditor` resolve it to the unit and person of today. */
  readonly owedBy: PartyRef;
  readonly owedTo: PartyRef;
  readonly basis: { readonly seq: number; readonly key: string; readonly at: Instant; readonly about?: About };
  readonly dueOn: LocalDate;
  readonly dueAt: Instant;
  readonly state: DeadlineState;
  /** When the present date or ladder was recorded. Of rungs dated before this only the latest is sent. */
  readonly knownAt: Instant;
  readonly metAt?: Instant;
  readonly rungs: readonly Rung[];
  readonly moved: readonly {
    readonly from: LocalDate;
    readonly to: LocalDate;
    readonly by: UserId | null;
    readonly reason: string;
  }[];
  /** A date that was agreed on that day; it holds where it is later than the counted one. */
  readonly extended?: {
    readonly to: LocalDate;
    readonly reason: TextKey;
    readonly on: LocalDate;
    /** The day that had passed without the promise being kept when the new date was given. */
    readonly missedOn?: LocalDate;
  };
  /** BREACHED while the case is paused: its ladder stands still. */
  readonly ladderPaused?: true;
  /** Of a RIGHT: what was done under it came after its end. */
  readonly late?: true;
  /** Who took it, or to whom a manager gave it; it is then owed by this person, whoever the rule names. */
  readonly heldBy?: UserId;
  /** The managers to whom it was escalated, until one of them acts on it or its date moves. */
  readonly escalatedTo?: readonly Slot[];
  /** Why it is CANCELLED. */
  readonly cancelled?: string;
  readonly scope: 'PHASE' | 'CASE' | 'BEYOND';
}

export const RECEIVER_STATES = ['WAITING', 'ACKNOWLEDGED', 'ACCEPTED', 'RETURNED', 'DECLINED'] as const;
export type ReceiverState = (typeof RECEIVER_STATES)[number];

export interface Receiver {
  readonly unit: UnitId;
  readonly person: UserId;
  /** In which capacities the person is asked; accepting gives the roles that go with them. */
  readonly capacities?: readonly string[];
  readonly state: ReceiverState;
  readonly at?: Instant;
  readonly gaps?: TextKey;
  readonly reason?: TextKey;
  readonly alternative?: TextKey;
  readonly conditions?: TextKey;
  /** Accepted the previous handover of the same gate, which another receiver ended. */
  readonly hadAccepted?: boolean;
}

export const HANDOVER_STATES = [
  'DRAFT',
  'SENT',
  'ACKNOWLEDGED',
  'ACCEPTED',
  'RETURNED',
  'DECLINED',
  'WITHDRAWN',
  'LAPSED',
] as const;
export type HandoverState = (typeof HANDOVER_STATES)[number];

/** A handover follows a gate's decision, or only sends the case to another unit. */
export const HANDOVER_PURPOSES = ['PHASE', 'TRANSFER'] as const;
export type HandoverPurpose = (typeof HANDOVER_PURPOSES)[number];

export interface Handover {
  readonly id: string;
  readonly purpose: HandoverPurpose;
  readonly gate?: GateId;
  readonly toPhase?: Phase;
  readonly from: { readonly unit: UnitId; readonly person: UserId };
  readonly receivers: readonly Receiver[];
  readonly state: HandoverState;
  readonly draftedAt: Instant;
  readonly sentAt?: Instant;
  /** Who sent it; that person may not answer it. */
  readonly sentBy?: UserId;
  readonly endedAt?: Instant;
  /** The first sending of what this handover carries on, when an earlier one came back. */
  readonly firstSentAt?: Instant;
  /** When one that came back was carried on by another, or given up by a new decision or with the case. */
  readonly settledAt?: Instant;
  readonly escalated: boolean;
  readonly package: TextKey;
  /** Ids of documents of the case, chosen by the sender. */
  readonly attachments?: readonly string[];
  readonly proof?: PartProof;
}

export interface GateDecision {
  readonly gate: GateId;
  readonly decision: Decision;
  readonly toPhase?: Phase;
  readonly route?: string;
  readonly changesPhase: boolean;
  readonly at: Instant;
  readonly seq: number;
  readonly by: UserId | null;
  readonly reason: TextKey;
  /** The fact by which it is told outside; absent: it was told at once. */
  readonly toldBy?: string;
}

export interface ItemState {
  readonly state: 'DONE' | 'WAIVED';
  /** The proof that a legal item is met. */
  readonly reference?: TextKey;
  readonly proof?: readonly ProofRef[];
  readonly seq: number;
  readonly at: Instant;
  readonly by: UserId | null;
  readonly reason?: TextKey;
}

/**
 * How the gate stands while it is undecided. BLOCKED: its owner makes it ready. READY: its decider decides. REFUSED: it
 * is not asked for until the owner does. ASKED: what keeps it closed is about to be looked at anew.
 */
export type GateStanding = 'BLOCKED' | 'READY' | 'REFUSED' | 'ASKED';

/** What was said when the case closed; the entrepreneur reads it too. */
export interface Closing {
  readonly reason?: TextKey;
  readonly advice?: TextKey;
  readonly referredTo?: TextKey;
}

export interface Case {
  readonly id: string;
  readonly number: string;
  readonly process: { readonly id: string; readonly version: number };
  /** Seq of the last event. */
  readonly version: number;
  readonly phase: Phase;
  readonly phaseSince: Instant;
  readonly state: CaseState;
  /** When the case closed; `state` says how. Absent while it is open. */
  readonly closedAt?: Instant;
  readonly closing?: Closing;
  readonly openedAt: Instant;
  readonly lastActAt: Instant;
  readonly organisation: string | null;
  /** The entrepreneur's user id, when one is known. */
  readonly entrepreneur: UserId | null;
  readonly owner: UserId;
  readonly ownerSince: Instant;
  readonly unit: UnitId;
  readonly deputy: UserId | null;
  readonly contact: UserId;
  /** The front line who took the enquiry in for others to handle; absent where whoever opened the case handles it. */
  readonly intake?: UserId;
  readonly gate: GateId;
  /** Seq of the event that last opened the current gate; what meets a `fresh` item must be newer. */
  readonly gateOpenedSeq: number;
  /** Says nothing while `decision` is set. */
  readonly gateStands: GateStanding;
  /**
   * Seq of the event that entered the phase or reopened the case; a PHASE deadline with an older basis is cancelled.
   */
  readonly phaseStartedSeq: number;
  /** The current gate's decision to hand over, until the next gate or phase opens; null while there is none. */
  readonly decision: GateDecision | null;
  readonly decisions: readonly GateDecision[];
  readonly items: Readonly<Record<string, ItemState>>;
  readonly facts: readonly Fact[];
  readonly marks: readonly Mark[];
  readonly deadlines: readonly Deadline[];
  readonly handovers: readonly Handover[];
  /** Oldest first; absent when nobody was asked. */
  readonly questions?: readonly Question[];
  /** What the entrepreneur was asked to send, oldest first; absent when nothing was. */
  readonly information?: readonly InformationRequest[];
  /** Oldest first; absent when nothing was to be approved. */
  readonly approvals?: readonly Approval[];
  /** Oldest first; absent when there was none. */
  readonly meetings?: readonly Meeting[];
  /** Everyone who has or had a role in the case; absent when nobody had. Readers compare the periods with the day. */
  readonly parties?: readonly Participant[];
  readonly route: string | null;
  /** Suspensions as whole local days, both ends included; the current one has no `to`. */
  readonly pauses: readonly { readonly from: LocalDate; readonly to?: LocalDate; readonly resumeOn: LocalDate }[];
  /** Last 200 command ids with their body hash and the version they led to, oldest first. */
  readonly recentCommands: readonly (readonly [id: string, hash: string, version: number])[];
}
