import type { Instant, LocalDate } from '../time.js';
import type { QuestionKind } from '../process/question-kinds.js';
import type { ProofRef, TextKey, UnitId, UserId } from './ids.js';

export const ANSWERS = ['YES', 'NO', 'TEXT'] as const;
export type Answer = (typeof ANSWERS)[number];

/** Whom a question is put to: a person of the unit, else its leader. */
export interface Asked {
  readonly unit: UnitId;
  readonly person?: UserId;
}

/** A question to a unit. It moves no accountability: the owner stays the owner. */
export interface Question extends Asked {
  readonly id: string;
  readonly kind: QuestionKind;
  readonly text: TextKey;
  readonly answerBy: LocalDate;
  readonly askedAt: Instant;
  /** Who asked, and the unit that had the case then. */
  readonly from: { readonly unit: UnitId; readonly person: UserId };
  /** Whom it was put to before it was redirected. */
  readonly redirected?: { readonly from: Asked; readonly by: UserId | null; readonly reason: TextKey };
  readonly answer?: QuestionAnswer;
}

export interface QuestionAnswer {
  readonly answer: Answer;
  readonly at: Instant;
  readonly seq: number;
  readonly by: UserId | null;
  readonly conditions?: TextKey;
  readonly text?: TextKey;
  readonly proof?: readonly ProofRef[];
}

/** What somebody is asked to approve: a pause, a new date for a promise that was not kept, more time for what is owed. */
export const APPROVAL_KINDS = ['SUSPEND', 'EXTEND', 'MORE_TIME'] as const;
export type ApprovalKind = (typeof APPROVAL_KINDS)[number];

export type ApprovalRequest =
  | { readonly kind: 'SUSPEND'; readonly resumeOn: LocalDate; readonly reason: TextKey }
  | {
      readonly kind: 'EXTEND' | 'MORE_TIME';
      readonly deadline: string;
      readonly until: LocalDate;
      readonly reason: TextKey;
    };

/** Who is asked: a person, else those who hold the role in the unit; `owner` is whoever has the case. */
export interface Approver extends Asked {
  readonly role: string;
}

export type Approval = ApprovalRequest & {
  readonly id: string;
  readonly askedAt: Instant;
  readonly askedBy: UserId | null;
  readonly approver: Approver;
  /** Nobody needs the answer any more: what it was about is done. */
  readonly lapsedAt?: Instant;
  readonly answer?: {
    readonly yes: boolean;
    readonly reason: TextKey;
    readonly at: Instant;
    readonly by: UserId | null;
  };
};

/** What a manager does about a debt that was escalated. */
export const MANAGER_ACTS = ['NUDGE', 'GIVE', 'NEW_DATE', 'TAKE_OVER'] as const;
export type ManagerAct = (typeof MANAGER_ACTS)[number];
