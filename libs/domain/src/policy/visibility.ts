import { approvalWith, isAskedByHer } from '../model/approvals.js';
import { conditionsIn, demandsIn } from '../model/handover-state.js';
import { isPromise } from '../model/promise.js';
import { meetingTextKeys } from '../model/meetings.js';
import { isTextKey } from '../model/text-key.js';
import { EVALUATION_GROUP } from './roles.js';
import { isKnownTo, isReasonWithheld, isSeenSinceAward, withoutWhatAwaitsTheAward } from './not-yet-known.js';
import type { ReadCase } from './not-yet-known.js';
import type { Case, Deadline, Participant, TextKey, UserId } from '../model/case.js';
import type { InformationRequest } from '../model/information.js';
import type { CaseEvent, EventType } from '../model/events.js';
import type { Aspect } from '../process/process-document.js';

/**
 * Everyone who works on a case sees that an event happened, once it is known (`not-yet-known.ts`); those outside see what is shared.
 * These functions decide who sees its content.
 */

/** Events whose text only the municipality may read. */
const INTERNAL_EVENTS: ReadonlySet<EventType> = new Set<EventType>([
  'contactChanged',
  'itemTicked',
  'itemWaived',
  'handoverDrafted',
  'handoverAccepted',
  'handoverReturned',
  'handoverDeclined',
  'handoverWithdrawn',
  'unitAsked',
  'questionAnswered',
  'questionRedirected',
  'debtActedOn',
  'decisionAsked',
  'lapsedResolved',
  'escalationChosen',
]);

/** Events that are told outside without their text. */
const TOLD_WITHOUT_TEXT: ReadonlySet<EventType> = new Set<EventType>(['contactChanged']);

/** The event without what these aspects do not give access to. The author always sees all that was written. */
export function redactEvent(of: ReadCase, given: CaseEvent, reads: ReadonlySet<Aspect>, viewer: UserId): CaseEvent {
  const event = reads.has('internal') ? given : withoutLadder(given);
  if (event.by === viewer) return event;
  const { text, content } = requiredAspects(of, event);
  const data = content === undefined || reads.has(content) ? event.data : withoutContent(event.data);
  const allowed = { ...event, data: reads.has(text) ? data : withoutText(data) } as CaseEvent;
  return reads.has('internal') ? allowed : withoutWhatAwaitsTheAward(of, allowed);
}

/** Whom it is told to as time passes is the municipality's own matter. */
const withoutLadder = (event: CaseEvent): CaseEvent =>
  event.type === 'deadlineOpened'
    ? { ...event, data: { ...event.data, deadline: { ...event.data.deadline, rungs: [] } } }
    : event;

/** Whether the event is in the history that this person reads. The author always sees it. */
export function isShownTo(of: ReadCase, event: CaseEvent, reads: ReadonlySet<Aspect>, viewer: UserId): boolean {
  if (event.by === viewer) return true;
  return isKnownTo(of.state, event, reads) && (reads.has('internal') || isSharedEvent(of, event));
}

/** Whether somebody with only what is shared, such as the entrepreneur, sees the event. */
export function isSharedEvent(of: ReadCase, event: CaseEvent): boolean {
  const { deadlines } = of.document;
  if (TOLD_WITHOUT_TEXT.has(event.type) || isSeenSinceAward(of, event)) return true;
  const { text, content } = requiredAspects(of, event);
  if (text !== 'shared' || (content !== undefined && content !== 'shared')) return false;
  if (!('deadline' in event.data)) return true;
  const { deadline } = event.data;
  const rule = deadlines[typeof deadline === 'string' ? (deadline.split(':')[0] ?? '') : deadline.kind];
  return [rule?.owedBy.party, rule?.owedTo.party].includes('ENTREPRENEUR');
}

/** The deadlines that this person reads: outside those that the entrepreneur owes or is promised. */
export function shownDeadlines(
  { deadlines }: Pick<Case, 'deadlines'>,
  reads: ReadonlySet<Aspect>,
): readonly Deadline[] {
  if (reads.has('internal')) return deadlines;
  return deadlines.filter(({ owedBy, owedTo }) => [owedBy.party, owedTo.party].includes('ENTREPRENEUR'));
}

interface RequiredAspects {
  readonly text: Aspect;
  /** Aspect needed for the rest of the content; everyone sees it when absent. */
  readonly content?: Aspect;
}

function requiredAspects({ document: { facts }, state }: ReadCase, event: CaseEvent): RequiredAspects {
  switch (event.type) {
    case 'factRegistered':
    case 'factCorrected':
    case 'factRetracted':
      return requiredAspectsOfFact(facts[event.data.fact]?.aspect ?? 'internal');
    case 'approvalAsked':
    case 'approvalAnswered':
    case 'approvalLapsed': {
      const asked = approvalWith(state, event.data.approval);
      return { text: asked && isAskedByHer(state, asked) ? 'shared' : 'internal' };
    }
    case 'partyAdded':
    case 'partyEnded':
    case 'roleAssigned':
    case 'roleEnded':
      return event.data.role === EVALUATION_GROUP ? { text: 'tender', content: 'tender' } : { text: 'internal' };
    default:
      return { text: INTERNAL_EVENTS.has(event.type) ? 'internal' : 'shared' };
  }
}

function requiredAspectsOfFact(aspect: Aspect): RequiredAspects {
  return aspect === 'shared' || aspect === 'internal' ? { text: aspect } : { text: aspect, content: aspect };
}

/** Keeps which fact, event and day; removes what was registered. */
function withoutContent(data: CaseEvent['data']): object {
  const kept = ['fact', 'on', 'event', 'at'].flatMap((name) =>
    name in data ? [[name, (data as Record<string, unknown>)[name]] as const] : [],
  );
  return { ...Object.fromEntries(kept), ...('data' in data && { data: {} }) };
}

function withoutText(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((member) => !isTextKey(member)).map(withoutText);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).filter(([, member]) => !isTextKey(member));
  return Object.fromEntries(members.map(([name, member]) => [name, withoutText(member)]));
}

/** People with a role in the case; the evaluation group only for those with the `tender` aspect. */
export const visibleParties = ({ parties = [] }: Case, reads: ReadonlySet<Aspect>): readonly Participant[] =>
  parties.filter(({ role }) => role !== EVALUATION_GROUP || reads.has('tender'));

/** Keys of the texts that are told to the entrepreneur: how the case ended, why promises were moved. */
export function toldTextKeys({ closing, deadlines }: Pick<Case, 'closing' | 'deadlines'>): TextKey[] {
  const reasons = deadlines.flatMap((it) => (it.extended && isPromise(it) ? [it.extended.reason] : []));
  return [closing?.reason, closing?.advice, closing?.referredTo, ...reasons].filter(isTextKey);
}

/** Keys of the texts that the status page shows: those that are told, and the reasons of decisions and of shared facts. */
export function statusTextKeys(of: ReadCase): TextKey[] {
  const { decisions, facts } = of.state;
  const decided = decisions.filter(({ gate, seq }) => !isReasonWithheld(of, gate, seq)).map(({ reason }) => reason);
  const shared = facts.filter(({ fact, retracted }) => !retracted && of.document.facts[fact]?.aspect === 'shared');
  const registered = shared.flatMap(({ data }) => Object.values(data));
  return [...toldTextKeys(of.state), ...[...decided, ...registered].filter(isTextKey)];
}

/** Keys of the texts that a case page shows: the decision's reason and what is told are shared, the rest is internal. */
export function visibleTextKeys(of: ReadCase, reads: ReadonlySet<Aspect>): TextKey[] {
  const { decision, items, handovers, questions = [], approvals = [], information = [], ...rest } = of.state;
  const isTold = decision && (reads.has('internal') || !isReasonWithheld(of, decision.gate, decision.seq));
  const shared = [
    ...(isTold ? [decision.reason] : []),
    ...toldTextKeys(rest),
    ...information.flatMap(informationTextKeys),
    ...approvals.filter((it) => isAskedByHer(of.state, it)).flatMap(({ reason, answer }) => [reason, answer?.reason]),
    ...meetingTextKeys(rest),
  ].filter((key) => key !== undefined);
  const internal = [
    ...Object.values(items).flatMap(({ reason, reference }) => [reason, reference]),
    ...handovers.slice(-1).flatMap((handover) => [handover.package, ...handover.receivers.flatMap(textKeysOf)]),
    ...demandsIn(handovers).map(({ gaps }) => gaps),
    ...conditionsIn(handovers).map(({ conditions }) => conditions),
    ...approvals.flatMap(({ reason, answer }) => [reason, answer?.reason]),
    ...questions.flatMap(({ text, redirected, answer }) => [
      text,
      redirected?.reason,
      answer?.text,
      answer?.conditions,
    ]),
  ].filter((key) => key !== undefined);
  return [...(reads.has('shared') ? shared : []), ...(reads.has('internal') ? internal : [])].filter(isTextKey);
}

/** Both sides read what was asked for, what was sent, and what is missing. */
const informationTextKeys = ({ items, withdrawn }: InformationRequest) => [
  withdrawn?.reason,
  ...items.flatMap(({ what, missing, given }) => [what, missing, ...given.map(({ text }) => text)]),
];

function textKeysOf({ gaps, reason, alternative, conditions }: Case['handovers'][number]['receivers'][number]) {
  return [gaps, reason, alternative, conditions];
}
