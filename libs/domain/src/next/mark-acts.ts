import { isAwaitingAnswer, isDecisionHandedOver } from '../model/handover-state.js';
import {
  answerAct,
  carryingActs,
  commandAct,
  decisionActs,
  gateActs,
  handOverActs,
  lapsedActs,
} from './carrying-acts.js';
import { blockers } from '../gate/blockers.js';
import { approvalActs, informationActs, questionActs, reviewActs, roleActs } from './question-acts.js';
import { agreedStepActs, meetingActs } from './meeting-steps.js';
import { ESCALATION_CHOICES } from '../model/manager-choice.js';
import type { About, Case } from '../model/case.js';
import type { ProcessCore } from '../process/process-document.js';
import type { QuestionKind } from '../process/question-kinds.js';
import type { Act } from './act.js';

/** What the end of a debt is found from. */
export interface EndContext {
  readonly core: ProcessCore;
  readonly state: Case;
  /** What the debt is about. */
  readonly about: About | undefined;
  /** The words of the mark's key after its first: `G1`, `REFUSE` of `decided:G1:REFUSE`. */
  readonly words: readonly string[];
}

type MarkActs = (context: EndContext) => readonly Act[];

const gives =
  (command: string): MarkActs =>
  ({ core }) =>
    core.commands[command] ? [commandAct(core, command)] : [];

const carries: MarkActs = ({ core, state }) => carryingActs(core, state);

/**
 * The acts that put a mark on a case, by the first word of its key; none where the case is not at that place. A new
 * structural mark that ends a debt has a row here, and its command one in `command-steps.ts`.
 */
export const MARK_ACTS: Readonly<Record<string, MarkActs>> = {
  ownerAssigned: gives('assignOwner'),
  // Whoever is deputy already is confirmed, by the fact that stands beside this end.
  deputyNamed: (context) => (context.state.deputy === null ? gives('nameDeputy')(context) : []),
  contactChanged: gives('changeContact'),
  resumed: gives('resume'),
  decided: decide,
  gateReady: ({ core, state }) => (state.decision || blockers(core, state).length === 0 ? [] : gateActs(core, state)),
  handoverReady: ({ core, state }) => (blockers(core, state).length > 0 ? carryingActs(core, state) : []),
  decisionAsked: ({ core, state }) => (state.gateStands === 'REFUSED' ? [commandAct(core, 'askDecision')] : []),
  lapsedResolved: lapsed,
  escalationChosen: escalated,
  acknowledged: ({ state, about }) => answers(state, about, true),
  answered: ({ state, about }) => answers(state, about, false),
  approvalAnswered: ({ state, about }) => approvalActs(state, about),
  questionAnswered: ({ state, about }) => questionActs(state, about),
  informationGiven: ({ core, state, about }) => informationActs(core, state, about),
  informationAccepted: ({ core, state, about }) => reviewActs(core, state, about),
  meetingEnded: ({ core, state, about }) => meetingActs(core, state, about),
  stepCompleted: ({ state, about }) => agreedStepActs(state, about),
  said: ({ core, state, words: [kind] }) => roleActs(core, state, kind as QuestionKind),
  sent: sends,
  resent: sends,
  phaseSent: sends,
  left: carries,
  completed: carries,
};

/** Decides the gate, or the one that the key names, when it is the case's own and ready, else makes it ready. */
function decide({ core, state, words: [gate, decision] }: EndContext): readonly Act[] {
  if ((gate !== undefined && gate !== state.gate) || state.decision || isAwaitingAnswer(state.handovers.at(-1)))
    return [];
  if (blockers(core, state).length > 0) return gateActs(core, state);
  return decisionActs(core, state).filter(({ body }) => decision === undefined || body['decision'] === decision);
}

function lapsed({ core, state: { handovers }, about }: EndContext): readonly Act[] {
  const handover = handovers.at(-1);
  return handover?.state === 'LAPSED' && handover.id === about?.id ? lapsedActs(core, handover) : [];
}

/** One act for each way in which the manager may see to the missed answer; a closed case is given no new owner. */
function escalated({ core, state, about }: EndContext): readonly Act[] {
  const deadline = about?.id;
  const choices = state.closedAt === undefined ? ESCALATION_CHOICES : (['EXTEND', 'DECIDE'] as const);
  return choices.map((choice) => commandAct(core, 'chooseEscalated', { deadline, choice }));
}

function answers(state: Case, about: About | undefined, acknowledges: boolean): readonly Act[] {
  const handover = state.handovers.find(({ id }) => id === about?.id);
  const receiver = handover?.receivers[about?.place ?? 0];
  if (!isAwaitingAnswer(handover) || !receiver || receiver.state === 'ACCEPTED') return [];
  return [answerAct(receiver.person, acknowledges)];
}

/** Sends the draft, else writes one: of the decision, or again of the transfer that came back. */
function sends({ core, state }: EndContext): readonly Act[] {
  const { decision, handovers } = state;
  const last = handovers.at(-1);
  if (isAwaitingAnswer(last)) return [];
  if (last?.state === 'DRAFT' && last.purpose === 'TRANSFER') return [commandAct(core, 'sendHandover')];
  if (decision && !isDecisionHandedOver(state, decision.gate, decision.seq)) return handOverActs(core, state);
  const transfer = handovers.findLast(({ purpose }) => purpose === 'TRANSFER');
  if (!transfer) return [];
  const receivers = transfer.receivers.map(({ unit, person }) => ({ unit, person }));
  return [commandAct(core, 'draftHandover', { purpose: 'TRANSFER', receivers })];
}
