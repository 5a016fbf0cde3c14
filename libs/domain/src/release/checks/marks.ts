import { CLOSED_CASE_STATES } from '../../model/case.js';
import { ANSWERS } from '../../model/asked.js';
import { QUESTION_KINDS } from '../../process/question-kinds.js';
import type { GateId, MarkKey, Phase, ProcessDocument } from '../../process/process-document.js';

/** Marks that name nothing from the document (case/marks-of.ts makes them). */
const FIXED_MARKS: ReadonlySet<MarkKey> = new Set([
  'opened',
  'receipt',
  'ownerAssigned',
  'deputyNamed',
  'contactChanged',
  'sent',
  'acknowledged',
  'answered',
  'roundOver',
  'returned',
  'declined',
  'lapsed',
  'resent',
  'handoverReady',
  'phaseSent',
  'lapsedResolved',
  'moreTime',
  'escalationChosen',
  'escalationChosen:EXTEND',
  'escalationChosen:REASSIGN',
  'escalationChosen:DECIDE',
  'toSend',
  'takenBack',
  'newContact',
  'decided',
  'refused',
  'gateOpened',
  'gateReady',
  'gateBlocked',
  'decisionAsked',
  'handoverDone',
  'unitAsked',
  'questionAnswered',
  'informationRequested',
  'informationGiven',
  'informationAccepted',
  'informationReturned',
  'informationWithdrawn',
  'approvalAsked',
  'moreTimeAsked',
  'approvalAnswered',
  'approvalLapsed',
  'meetingPlanned',
  'meetingMoved',
  'meetingEnded',
  'stepAgreed:MUNICIPALITY',
  'stepAgreed:ENTREPRENEUR',
  'stepCompleted',
  'stepWithdrawn',
  'suspended',
  'resumed',
  'closed',
  'rejected:individual',
  'completed',
  'reopened',
  'breachedToEntrepreneur',
  'keptLate',
]);

/** Dates that a mark names, and a rule's `dateField` may read. */
export const MARK_DATES: Readonly<Record<MarkKey, readonly string[]>> = {
  unitAsked: ['answerBy'],
  informationRequested: ['by'],
  informationReturned: ['by'],
  moreTime: ['until'],
  meetingPlanned: ['on'],
  meetingMoved: ['on'],
  'stepAgreed:MUNICIPALITY': ['by'],
  'stepAgreed:ENTREPRENEUR': ['by'],
  'escalationChosen:EXTEND': ['until'],
};

const CLOSED_STATES: ReadonlySet<string> = new Set(CLOSED_CASE_STATES);

/** Mark keys that no case can make under this document. */
export function markFaults(document: ProcessDocument, where: string, keys: readonly MarkKey[]): string[] {
  return keys.filter((key) => !isMark(document, key)).map((key) => `${where}: no case makes the mark '${key}'`);
}

function isMark(document: ProcessDocument, key: MarkKey): boolean {
  if (FIXED_MARKS.has(key)) return true;
  const [kind = '', name = '', decision, toPhase] = key.split(':');
  const gate = document.gates[name as GateId];
  switch (kind) {
    case 'fact':
      return name in document.facts && decision === undefined;
    case 'phase':
    case 'left':
      return (name as Phase) in document.phases;
    case 'decided':
      return (
        gate !== undefined &&
        (decision === undefined ||
          gate.outcomes.some(
            (outcome) => outcome.decision === decision && (toPhase === undefined || outcome.toPhase === toPhase),
          ))
      );
    case 'accepted':
      return gate?.outcomes.some((outcome) => outcome.toPhase !== undefined) ?? false;
    case 'said':
      return QUESTION_KINDS.some((it) => it === name) && ANSWERS.some((it) => it === decision);
    case 'closed':
      return CLOSED_STATES.has(name);
    case 'breached':
      return document.deadlines[name]?.nature === 'DEBT';
    case 'passed':
      return document.deadlines[name] !== undefined && document.deadlines[name].nature !== 'DEBT';
    default:
      return false;
  }
}
