import type { CalendarId, Instant, LocalDate } from '../time.js';
import type { Decision, Effect, GateId, Nature, Owing, Phase, Slot, LadderRung } from '../process/core.js';

/** The state of one collaboration: plain JSON, folded from its events by `evolve`. Holds no names and no free text. */

export type CaseState = 'OPEN' | 'SUSPENDED' | 'REJECTED' | 'WITHDRAWN' | 'DORMANT' | 'STOPPED' | 'COMPLETED';

export type UserId = string;
export type UnitId = string;
/** Key of a text row; the words themselves live in Postgres only. */
export type TextKey = string;

/** A registered fact as it holds now (after corrections). `seq` is that of the first registration and never changes. */
export interface Fact {
  readonly seq: number;
  readonly fact: string;
  readonly at: Instant;
  readonly on: LocalDate;
  readonly data: Readonly<Record<string, unknown>>;
  readonly by: UserId | null;
  /** Seqs of its registration and corrections, oldest first; the last one is in force. */
  readonly chain: readonly number[];
  readonly retracted?: boolean;
}

/** Something structural that happened and that deadlines may rest on. Facts are marks too (`fact:<id>`), kept in `facts`. */
export interface Mark {
  readonly key: string;
  readonly seq: number;
  readonly at: Instant;
  /** What it is about, e.g. `h2:0` (receiver 0 of handover h2). */
  readonly about?: string;
}

export interface Rung {
  readonly rung: string;
  readonly at: Instant;
  readonly to: readonly Slot[];
  readonly does: LadderRung['does'];
  /** An escalation held back after an outage until this instant (design.md 4). */
  readonly waitsUntil?: Instant;
  /** Set when it has fired: when it was recorded and whether something was sent. */
  readonly done?: { readonly recordedAt: Instant; readonly send: boolean };
}

/** Somebody with a role in this one case, from a day to a day and, where phases are named, in those only. */
export interface CaseParty {
  readonly party: UserId;
  readonly role: string;
  readonly from: LocalDate;
  readonly to: LocalDate | null;
  readonly phases?: readonly Phase[];
}

export type DeadlineState = 'OPEN' | 'PAUSED' | 'MET' | 'BREACHED' | 'CANCELLED';

/** A party made out: the unit and the person, where the case knows them. */
export interface DeadlineParty extends Owing {
  readonly unit?: UnitId;
  readonly user?: UserId;
}

export interface Deadline {
  readonly id: string;
  readonly kind: string;
  readonly nature: Nature;
  readonly effect: Effect;
  readonly calendar: CalendarId;
  readonly count: number;
  /** As the rule says; who that is now follows the baton: `debtor` and `creditor` in deadline/parties.ts. */
  readonly owedBy: Owing;
  readonly owedTo: Owing;
  readonly basis: { readonly seq: number; readonly key: string; readonly at: Instant; readonly about?: string };
  readonly dueOn: LocalDate;
  readonly dueAt: Instant;
  readonly state: DeadlineState;
  /** When its present date became known; rungs before that were never owed. */
  readonly knownAt: Instant;
  readonly metAt?: Instant;
  readonly rungs: readonly Rung[];
  readonly moved: readonly {
    readonly from: LocalDate;
    readonly to: LocalDate;
    readonly by: UserId | null;
    readonly reason: string;
  }[];
  /** A date agreed by `extend`; it replaces the counted one. */
  readonly extended?: { readonly to: LocalDate; readonly reason: TextKey };
  readonly scope: 'PHASE' | 'CASE' | 'BEYOND';
}

export type ReceiverState = 'WAITING' | 'ACKNOWLEDGED' | 'ACCEPTED' | 'RETURNED' | 'DECLINED';

export interface Receiver {
  readonly unit: UnitId;
  readonly person: UserId;
  readonly state: ReceiverState;
  readonly at?: Instant;
  readonly gaps?: TextKey;
  readonly reason?: TextKey;
  readonly alternative?: TextKey;
  readonly conditions?: TextKey;
  /** Accepted in an earlier round that another receiver ended. */
  readonly hadAccepted?: boolean;
}

export type HandoverState =
  'DRAFT' | 'SENT' | 'ACKNOWLEDGED' | 'ACCEPTED' | 'RETURNED' | 'DECLINED' | 'WITHDRAWN' | 'LAPSED';

export interface Handover {
  readonly id: string;
  readonly purpose: 'PHASE' | 'TRANSFER';
  readonly gate?: GateId;
  readonly toPhase?: Phase;
  readonly from: { readonly unit: UnitId; readonly person: UserId };
  readonly receivers: readonly Receiver[];
  readonly state: HandoverState;
  readonly draftedAt: Instant;
  readonly sentAt?: Instant;
  /** Who pressed send: that person may not accept. */
  readonly sentBy?: UserId;
  readonly endedAt?: Instant;
  readonly escalated: boolean;
  readonly package: TextKey;
}

export interface GateDecision {
  readonly gate: GateId;
  readonly decision: Decision;
  readonly toPhase?: Phase;
  readonly route?: string;
  readonly enters: boolean;
  readonly at: Instant;
  readonly seq: number;
  readonly by: UserId | null;
  readonly reason: TextKey;
}

export interface ItemState {
  readonly state: 'DONE' | 'WAIVED';
  readonly seq: number;
  readonly at: Instant;
  readonly by: UserId | null;
  readonly reason?: TextKey;
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
  /** How it closed, when it did: `rejected`, `referred`, ... the event's type tells; kept for the page. */
  readonly closedAt?: Instant;
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
  readonly gate: GateId;
  /** Seq at which the current gate was opened (again); `fresh` items must be newer. */
  readonly gateSince: number;
  /** Seq of the entry into the phase, or of a reopening: PHASE deadlines rest on nothing older. */
  readonly phaseSeq: number;
  /** The current gate's decision while its handover is under way or accepted; null when it is to be decided. */
  readonly decision: GateDecision | null;
  readonly decisions: readonly GateDecision[];
  readonly items: Readonly<Record<string, ItemState>>;
  readonly facts: readonly Fact[];
  readonly marks: readonly Mark[];
  readonly deadlines: readonly Deadline[];
  readonly handovers: readonly Handover[];
  /** Those who have or had a role in the case; absent when nobody has. Compared with the day when read. */
  readonly parties?: readonly CaseParty[];
  readonly route: string | null;
  /** Ended pauses as whole local days not counted, plus the open one without `to`. */
  readonly pauses: readonly { readonly from: LocalDate; readonly to?: LocalDate; readonly resumeOn: LocalDate }[];
  /** Last 200 command ids with their body hash and the version they led to, oldest first. */
  readonly seen: readonly (readonly [id: string, hash: string, version: number])[];
}
