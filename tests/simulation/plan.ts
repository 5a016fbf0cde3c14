import { byShare, oneOf, wholeBetween } from './draw.js';
import { collaboration } from '#processes/collaboration/document.js';
import type { Decision, GateId, Phase } from '#domain/process/process-document.js';
import type { EscalationChoice, LapsedChoice } from '#domain/model/manager-choice.js';
import type { Draw } from './draw.js';

/** What the people of a case want it to become, and what happens to it from outside. */
export interface CasePlan {
  /** What is chosen in first contact. */
  readonly firstStep: 'MENTORING' | 'PILOT' | 'PROCUREMENT' | 'REFER' | 'REJECT';
  readonly route: string;
  readonly personalData: boolean;
  readonly agreementDays: number;
  readonly pilotDays: number;
  /** The municipality opened the case of a need that it has, and knows no entrepreneur who could read its letters. */
  readonly hasNoEntrepreneur: boolean;
  /** What the manager chooses when nobody has answered a handover for the n-th time, or the law's time is over. */
  lapsedChoice(times: number): LapsedChoice;
  readonly escalatedChoice: EscalationChoice;
  /** What is decided at a gate for the n-th time. */
  decisionAt(gate: GateId, times: number): WantedDecision;
  /** How a receiver answers the n-th handover. */
  answerTo(handover: number, receiver: string): 'ACCEPT' | 'RETURN' | 'DECLINE' | 'NEVER';
  readonly happenings: readonly Happening[];
}

export interface WantedDecision {
  readonly decision: Decision;
  readonly toPhase?: Phase | undefined;
}

/** Something that is no step of the process: it comes from life. */
export interface Happening {
  readonly kind: (typeof HAPPENINGS)[number];
  /** The phase in which it happens; CLOSED is after the case has closed. */
  readonly in: Phase | 'CLOSED';
  readonly afterDays: number;
}

const ANYWHERE = ['FIRST_CONTACT', 'MENTORING', 'PILOT', 'PROCUREMENT', 'OPERATION'] as const;
const EARLY = ['FIRST_CONTACT', 'MENTORING', 'PILOT'] as const;
const LATER = ['PILOT', 'PROCUREMENT', 'OPERATION'] as const;

/** Each with where it may happen and in how many of a hundred cases it does. */
const HAPPENING_SHARES = {
  informationWanted: { in: EARLY, share: 30 },
  meetingPlanned: { in: ANYWHERE, share: 25 },
  agreedInMeeting: { in: ANYWHERE, share: 30 },
  officeGranted: { in: ['FIRST_CONTACT', 'MENTORING'], share: 20 },
  adviceGranted: { in: ['MENTORING'], share: 20 },
  mentorAway: { in: ['MENTORING'], share: 12 },
  mentoringEnds: { in: ['MENTORING'], share: 8 },
  contactLeaves: { in: ANYWHERE, share: 8 },
  pause: { in: ANYWHERE, share: 14 },
  longPause: { in: ANYWHERE, share: 24 },
  accessRequest: { in: ANYWHERE, share: 22 },
  dataBreach: { in: LATER, share: 12 },
  deviation: { in: LATER, share: 20 },
  receiverWithdraws: { in: ['PILOT'], share: 8 },
  kofaComplaint: { in: ['PROCUREMENT', 'OPERATION'], share: 15 },
  transfer: { in: ['FIRST_CONTACT'], share: 10 },
  withdrawn: { in: ANYWHERE, share: 5 },
  stopped: { in: LATER, share: 4 },
  reopened: { in: ['CLOSED'], share: 30 },
  complaint: { in: ['CLOSED'], share: 60 },
} as const satisfies Readonly<Record<string, { readonly in: readonly (Phase | 'CLOSED')[]; readonly share: number }>>;

export const HAPPENINGS = Object.keys(HAPPENING_SHARES) as readonly (keyof typeof HAPPENING_SHARES)[];

const FIRST_LAPSE: Readonly<Record<LapsedChoice, number>> = { EXTEND: 40, REASSIGN: 40, TAKE_BACK: 15, STOP: 5 };
const LATER_LAPSE: Readonly<Record<LapsedChoice, number>> = { EXTEND: 5, REASSIGN: 65, TAKE_BACK: 20, STOP: 10 };

export function planOf(draw: Draw): CasePlan {
  return {
    firstStep: byShare(draw('firstStep'), { MENTORING: 50, PILOT: 22, PROCUREMENT: 16, REFER: 5, REJECT: 7 }),
    route: oneOf(draw('route'), Object.keys(collaboration.routes)),
    personalData: draw('personalData') < 0.4,
    agreementDays:
      draw('short agreement') < 0.4
        ? wholeBetween(draw('agreementDays'), 60, 200)
        : wholeBetween(draw('agreementDays'), 380, 900),
    pilotDays: wholeBetween(draw('pilotDays'), 90, 180),
    hasNoEntrepreneur: draw('no entrepreneur') < 0.08,
    lapsedChoice: (times) => byShare(draw('lapsed', times), times === 0 ? FIRST_LAPSE : LATER_LAPSE),
    escalatedChoice: byShare(draw('escalated'), { EXTEND: 40, DECIDE: 30, REASSIGN: 25, STOP: 5 }),
    decisionAt: (gate, times) => decisionAt(draw, gate, times),
    answerTo: (handover, receiver) =>
      byShare(draw('answer', handover, receiver), { ACCEPT: 86, RETURN: 7, DECLINE: 4, NEVER: 3 }),
    happenings: HAPPENINGS.filter((kind) => draw('happens', kind) * 100 < HAPPENING_SHARES[kind].share).map((kind) => ({
      kind,
      in: oneOf(draw('where', kind), HAPPENING_SHARES[kind].in),
      afterDays: wholeBetween(draw('when', kind), 2, 40),
    })),
  };
}

/** Mostly the ordinary way on; sometimes a way back, a refusal or another half year; the third time always the way on. */
function decisionAt(draw: Draw, gate: GateId, times: number): WantedDecision {
  const { outcomes } = collaboration.gates[gate];
  const [ordinary, ...others] = outcomes;
  if (!ordinary) throw new Error(`${gate} has no outcome`);
  if (times >= 2 || draw('decision', gate, times) < 0.72) return ordinary;
  const { decision, toPhase } = oneOf(draw('other', gate, times), [...others, ordinary]);
  return { decision, toPhase };
}
