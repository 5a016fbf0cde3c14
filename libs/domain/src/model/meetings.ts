import type { Instant, LocalDate } from '../time.js';
import type { TextKey, UnitId, UserId } from './ids.js';

/** Who takes part in a meeting or owes an agreed step: a member of staff, a unit, or the entrepreneur. */
export type MeetingRef = { readonly person: UserId } | { readonly unit: UnitId } | { readonly entrepreneur: true };

/** Local time in Oslo, as `HH:MM`. */
export type TimeOfDay = string;

export const MEETING_STATES = ['PLANNED', 'HELD', 'CANCELLED'] as const;
export type MeetingState = (typeof MEETING_STATES)[number];

/** Where and with whom, as it was planned. */
export interface MeetingPlan {
  /** Of `meetings` in the process document. */
  readonly template: string;
  readonly on: LocalDate;
  readonly at: TimeOfDay;
  readonly place?: TextKey;
  readonly participants?: readonly MeetingRef[];
  /** What is on it, in place of the template's own. */
  readonly agenda?: TextKey;
}

/** What was agreed in a meeting: a debt of its owner until it is done. */
export interface AgreedStep {
  /** `s1`, counted through the case. */
  readonly id: string;
  readonly what: TextKey;
  readonly owner: MeetingRef;
  /** Where a person who owes it works. */
  readonly unit?: UnitId;
  /** Agreed by whoever had the case: it goes with the case to the next who has it. */
  readonly withCase?: true;
  readonly by: LocalDate;
  readonly done?: { readonly at: Instant; readonly by: UserId | null; readonly note?: TextKey };
  /** It was put down wrongly: nobody owes it. */
  readonly withdrawn?: { readonly at: Instant; readonly by: UserId | null; readonly reason: TextKey };
}

/** What is said of a meeting that was held. */
export interface HeldMinutes {
  readonly on: LocalDate;
  readonly present: readonly MeetingRef[];
  readonly summary?: TextKey;
}

export interface MeetingCorrection {
  readonly at: Instant;
  readonly by: UserId | null;
  readonly reason: TextKey;
  /** What was said before. */
  readonly before: HeldMinutes;
}

export interface MeetingMove {
  readonly from: { readonly on: LocalDate; readonly at: TimeOfDay };
  readonly to: { readonly on: LocalDate; readonly at: TimeOfDay };
  readonly reason: TextKey;
  readonly by: UserId | null;
}

/** A meeting with the entrepreneur: planned, moved, held or cancelled. One that nobody planned begins as held. */
export interface Meeting extends Omit<MeetingPlan, 'at'> {
  /** `m1`. */
  readonly id: string;
  readonly state: MeetingState;
  /** Absent where it was held without having been planned. */
  readonly at?: TimeOfDay;
  readonly planner: UserId | null;
  /** Planned by whoever had the case: whoever has it now owes what came of it. */
  readonly withCase?: true;
  readonly moved: readonly MeetingMove[];
  readonly cancelled?: { readonly at: Instant; readonly by: UserId | null; readonly reason: TextKey };
  readonly held?: HeldMinutes & { readonly at: Instant; readonly by: UserId | null };
  /** Oldest first. */
  readonly corrected?: readonly MeetingCorrection[];
  readonly steps: readonly AgreedStep[];
}

/** The case, as far as its meetings go. */
interface WithMeetings {
  readonly meetings?: readonly Meeting[];
}

export const meetingWith = ({ meetings }: WithMeetings, id: string | undefined): Meeting | undefined =>
  meetings?.find((it) => it.id === id);

export const plannedMeetings = ({ meetings = [] }: WithMeetings): readonly Meeting[] =>
  meetings.filter(({ state }) => state === 'PLANNED');

export const agreedSteps = ({ meetings = [] }: WithMeetings): readonly AgreedStep[] =>
  meetings.flatMap(({ steps }) => steps);

export const stepWith = (state: WithMeetings, id: string | undefined): AgreedStep | undefined =>
  agreedSteps(state).find((it) => it.id === id);

export const openSteps = (state: WithMeetings): readonly AgreedStep[] =>
  agreedSteps(state).filter(({ done, withdrawn }) => done === undefined && withdrawn === undefined);

const standingSteps = (state: WithMeetings): readonly AgreedStep[] =>
  agreedSteps(state).filter(({ withdrawn }) => withdrawn === undefined);

/** Whom something was agreed with: they and the leaders of their units read the case from then on, unless it is taken back. */
export const peopleOfSteps = (state: WithMeetings): readonly UserId[] =>
  standingSteps(state).flatMap(({ owner }) => ('person' in owner ? [owner.person] : []));

export const unitsOfSteps = (state: WithMeetings): readonly UnitId[] =>
  standingSteps(state).flatMap(({ owner, unit, withCase }) =>
    'unit' in owner ? [owner.unit] : unit === undefined || withCase ? [] : [unit],
  );

/** The ids of the next steps that are agreed. */
export const stepIds = (state: WithMeetings, count: number): readonly string[] => {
  const before = agreedSteps(state).length;
  return Array.from({ length: count }, (_, index) => `s${before + index + 1}`);
};

/** Whether the entrepreneur owes it. */
export const isHers = ({ owner }: Pick<AgreedStep, 'owner'>): boolean => 'entrepreneur' in owner;

/** Keys of all that was written about the meetings of a case; both sides read it. */
export const meetingTextKeys = ({ meetings = [] }: WithMeetings): readonly TextKey[] =>
  meetings.flatMap(({ place, agenda, moved, cancelled, held, corrected = [], steps }) =>
    [
      place,
      agenda,
      ...moved.map(({ reason }) => reason),
      cancelled?.reason,
      held?.summary,
      ...corrected.flatMap(({ reason, before }) => [reason, before.summary]),
      ...steps.flatMap(({ what, done, withdrawn }) => [what, done?.note, withdrawn?.reason]),
    ].filter((key) => key !== undefined),
  );
