import { NO_DEADLINES, evolveDeadlines } from './evolve-deadlines.js';
import { evolveMeetings } from './evolve-meetings.js';
import { evolveHandovers, settleHandovers } from './evolve-handovers.js';
import { evolveFacts } from './evolve-facts.js';
import { evolveParticipants } from './evolve-participants.js';
import { evolveApprovals } from './evolve-approvals.js';
import { evolveInformation } from './evolve-information.js';
import { evolveQuestions } from './evolve-questions.js';
import { marksAfter, marksOf } from './marks-of.js';
import { isOfDecision } from '../model/handover-state.js';
import type { Case, CaseState, Closing, ItemState } from '../model/case.js';
import type { CaseEvent } from '../model/events.js';

/** How many command ids a case remembers; older ones are found by a unique index on the events. */
const REMEMBERED_COMMANDS = 200;

const STATE_AFTER_CLOSING: Partial<Record<CaseEvent['type'], CaseState>> = {
  caseRejected: 'REJECTED',
  caseReferred: 'REJECTED',
  caseWithdrawn: 'WITHDRAWN',
  caseStopped: 'STOPPED',
  caseCompleted: 'COMPLETED',
  caseWentDormant: 'DORMANT',
};

/**
 * The case after one more event. Only copies: everything computed is in the event, so a recorded history always folds
 * to the same case.
 * @param state  null for the first event, `enquiryReceived`.
 * @throws Error when the event is not the next one: a gap is never folded over.
 */
export function evolve(state: Case | null, event: CaseEvent): Case {
  if (event.seq !== (state?.version ?? 0) + 1) {
    throw new Error(`event ${event.seq} (${event.type}) does not follow version ${state?.version ?? 0}`);
  }
  const before = state ?? initialCase(event);
  const changed: Case = { ...before, ...changeBy(before, event) };
  const newMarks = marksOf(changed, event);
  return {
    ...changed,
    version: event.seq,
    marks: marksAfter(changed.marks, event, newMarks),
    lastActAt: event.by === null ? changed.lastActAt : event.recordedAt,
    recentCommands: recentCommandsAfter(changed, event),
  };
}

/** Folds a whole history. */
export function fold(events: readonly CaseEvent[], from: Case | null = null): Case {
  const state = events.reduce<Case | null>(evolve, from);
  if (!state) throw new Error('a history without events is no case');
  return state;
}

function changeBy(state: Case, event: CaseEvent): Partial<Case> {
  const closedState = STATE_AFTER_CLOSING[event.type];
  if (closedState)
    return {
      state: closedState,
      closedAt: event.at,
      closing: closingOf(event),
      handovers: settleHandovers(state.handovers, event.at),
    };
  switch (event.type) {
    case 'ownerAssigned': {
      const { owner, unit, contact = state.contact, withoutDeputy } = event.data;
      const deputy = withoutDeputy || state.deputy === owner ? null : state.deputy;
      return { owner, unit, contact, deputy, ownerSince: event.at };
    }
    case 'deputyNamed':
      return { deputy: event.data.deputy };
    case 'contactChanged':
      return { contact: event.data.contact };
    case 'partyAdded':
    case 'partyEnded':
    case 'roleAssigned':
    case 'roleEnded':
      return { parties: evolveParticipants(state.parties, event) };
    case 'unitAsked':
    case 'questionAnswered':
    case 'questionRedirected':
      return { questions: evolveQuestions(state.questions, event) };
    case 'informationRequested':
    case 'informationGiven':
    case 'informationAccepted':
    case 'informationReturned':
    case 'informationRequestWithdrawn':
      return { information: evolveInformation(state.information, event) };
    case 'approvalAsked':
    case 'approvalAnswered':
    case 'approvalLapsed':
      return { approvals: evolveApprovals(state.approvals, event) };
    case 'meetingPlanned':
    case 'meetingMoved':
    case 'meetingCancelled':
    case 'meetingHeld':
    case 'meetingCorrected':
    case 'nextStepCompleted':
    case 'nextStepWithdrawn':
      return { meetings: evolveMeetings(state.meetings, event) };
    case 'itemTicked':
      return { items: { ...state.items, [event.data.item]: tickedBy(event) } };
    case 'itemWaived': {
      const { item, reason } = event.data;
      return {
        items: { ...state.items, [item]: { state: 'WAIVED', seq: event.seq, at: event.at, by: event.by, reason } },
      };
    }
    case 'gateDecided': {
      const { gate, decision, toPhase, route, enters, reason, toldBy } = event.data;
      const made: Case['decisions'][number] = {
        gate,
        decision,
        toPhase,
        route,
        changesPhase: enters,
        reason,
        at: event.at,
        seq: event.seq,
        by: event.by,
        ...(toldBy !== undefined && { toldBy }),
      };
      const leadsToPhase = toPhase !== undefined;
      return {
        handovers: settleHandovers(state.handovers, event.at),
        decisions: [...state.decisions, made],
        decision: leadsToPhase ? made : null,
        gateOpenedSeq: decision === 'ITERATE' ? event.seq : state.gateOpenedSeq,
        gateStands: decision === 'REFUSE' ? 'REFUSED' : 'ASKED',
        route: route ?? state.route,
      };
    }
    case 'gateOpened':
      return { gate: event.data.gate, gateOpenedSeq: event.seq, gateStands: 'BLOCKED', decision: null };
    case 'lapsedResolved': {
      const takesBack = event.data.choice === 'TAKE_BACK' && isOfDecision(state, event.data.handover);
      return {
        handovers: evolveHandovers(state.handovers, state.deadlines, event),
        ...(takesBack && { decision: null, gateStands: 'ASKED' as const }),
      };
    }
    case 'gateReady':
      return { gateStands: 'READY' };
    case 'gateBlocked':
      return { gateStands: 'BLOCKED' };
    case 'decisionAsked':
      return { gateStands: 'ASKED' };
    case 'phaseEntered': {
      const { phase, gate } = event.data;
      return {
        phase,
        gate,
        phaseSince: event.at,
        phaseStartedSeq: event.seq,
        gateOpenedSeq: event.seq,
        gateStands: 'BLOCKED',
        decision: null,
      };
    }
    case 'caseSuspended':
      return {
        state: 'SUSPENDED',
        pauses: [...state.pauses, { from: event.data.from, resumeOn: event.data.resumeOn }],
      };
    case 'caseResumed':
      return {
        state: 'OPEN',
        pauses: state.pauses.map((pause) => (pause.to ? pause : { ...pause, to: event.data.to })),
      };
    case 'caseReopened':
      return {
        state: 'OPEN',
        closedAt: undefined,
        closing: undefined,
        phaseStartedSeq: event.seq,
        gateStands: 'ASKED',
        decision: null,
        handovers: evolveHandovers(state.handovers, state.deadlines, event),
      };
    default:
      return {
        facts: evolveFacts(state.facts, event),
        handovers: evolveHandovers(state.handovers, state.deadlines, event),
        deadlines: evolveDeadlines(state.deadlines, event),
      };
  }
}

function tickedBy({ seq, at, by, data: { reference, proof } }: Extract<CaseEvent, { type: 'itemTicked' }>): ItemState {
  return { state: 'DONE', seq, at, by, ...(reference !== undefined && { reference }), ...(proof && { proof }) };
}

function closingOf(event: CaseEvent): Closing | undefined {
  switch (event.type) {
    case 'caseRejected':
      return { reason: event.data.reason, advice: event.data.advice };
    case 'caseReferred':
      return { reason: event.data.reason, referredTo: event.data.to };
    case 'caseStopped':
    case 'caseWithdrawn':
      return { reason: event.data.reason };
    default:
      return undefined;
  }
}

function initialCase(event: CaseEvent): Case {
  if (event.type !== 'enquiryReceived') throw new Error(`a case begins with enquiryReceived, not ${event.type}`);
  const { id, number, process, phase, gate, organisation, entrepreneur, owner, contact, unit } = event.data;
  return {
    id,
    number,
    process,
    phase,
    gate,
    organisation,
    entrepreneur,
    owner,
    contact,
    ...(event.by !== owner && { intake: owner }),
    unit,
    version: 0,
    phaseSince: event.at,
    phaseStartedSeq: event.seq,
    state: 'OPEN',
    openedAt: event.at,
    lastActAt: event.at,
    ownerSince: event.at,
    deputy: null,
    gateOpenedSeq: event.seq,
    gateStands: 'BLOCKED',
    decision: null,
    decisions: [],
    items: {},
    facts: [],
    marks: [],
    deadlines: NO_DEADLINES,
    handovers: [],
    route: null,
    pauses: [],
    recentCommands: [],
  };
}

function recentCommandsAfter(state: Case, event: CaseEvent): Case['recentCommands'] {
  if (event.command === undefined) return state.recentCommands;
  const last = state.recentCommands.at(-1);
  if (last && last[0] === event.command) return [...state.recentCommands.slice(0, -1), [last[0], last[1], event.seq]];
  return [...state.recentCommands, [event.command, event.hash ?? '', event.seq] as const].slice(-REMEMBERED_COMMANDS);
}
