import { isTextKey } from '../model/text-key.js';
import { JUDGES } from './roles.js';
import type { Case, CaseParty, TextKey, UserId } from '../model/case.js';
import type { CaseEvent, EventType } from '../model/events.js';
import type { Aspect } from './table.js';

/** What of a case's history and words somebody sees: that it happened is for all who may open the case, this is not. */

/** Facts whose words are for both sides: what was asked, promised, decided, answered or complained about. */
const SHARED_FACTS: ReadonlySet<string> = new Set([
  'accessAnswered',
  'accessRequested',
  'complaintAnswered',
  'complaintReceived',
  'decisionRecorded',
  'delayExplained',
  'deviationAnswered',
  'deviationReported',
  'entrepreneurCommentInvited',
  'entrepreneurCommented',
  'informationReceived',
  'informationRequested',
  'newDateGiven',
  'nextStepChosen',
]);

const IMPARTIALITY_FACTS: ReadonlySet<string> = new Set(['impartialityDeclared', 'impartialityCleared']);

const TENDER_FACTS: ReadonlySet<string> = new Set([
  'routeMemoApproved',
  'marketDialogueHeld',
  'documentsReady',
  'tendersEvaluated',
  'awardNotified',
  'kofaReceived',
  'kofaStatusGiven',
  'kofaAnswered',
]);

/** Events whose words stay inside the municipality. */
const INTERNAL_EVENTS: ReadonlySet<EventType> = new Set<EventType>([
  'contactChanged',
  'itemWaived',
  'handoverDrafted',
  'handoverAccepted',
  'handoverReturned',
  'handoverDeclined',
  'handoverWithdrawn',
]);

/** The event as somebody with these aspects sees it; one's own words one always sees. */
export function shownEvent(event: CaseEvent, reads: ReadonlySet<Aspect>, viewer: UserId): CaseEvent {
  if (event.by === viewer) return event;
  const { words, rest } = aspectsOf(event);
  const data = rest === undefined || reads.has(rest) ? event.data : withoutContent(event.data);
  return { ...event, data: reads.has(words) ? data : withoutWords(data) } as CaseEvent;
}

interface Kept {
  readonly words: Aspect;
  /** What else than words is kept from those who lack it. */
  readonly rest?: Aspect;
}

function aspectsOf(event: CaseEvent): Kept {
  switch (event.type) {
    case 'factRegistered':
    case 'factCorrected':
    case 'factRetracted':
      return aspectsOfFact(event.data.fact);
    case 'partyAdded':
    case 'partyEnded':
      return event.data.role === JUDGES ? { words: 'tender', rest: 'tender' } : { words: 'internal' };
    default:
      return { words: INTERNAL_EVENTS.has(event.type) ? 'internal' : 'shared' };
  }
}

function aspectsOfFact(fact: string): Kept {
  if (IMPARTIALITY_FACTS.has(fact)) return { words: 'impartiality', rest: 'impartiality' };
  if (TENDER_FACTS.has(fact)) return { words: 'tender', rest: 'tender' };
  return { words: SHARED_FACTS.has(fact) ? 'shared' : 'internal' };
}

/** Which fact, event and day remain; what was registered does not. */
function withoutContent(data: CaseEvent['data']): object {
  const kept = ['fact', 'on', 'event', 'at'].flatMap((name) =>
    name in data ? [[name, (data as Record<string, unknown>)[name]] as const] : [],
  );
  return { ...Object.fromEntries(kept), ...('data' in data && { data: {} }) };
}

function withoutWords(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((member) => !isTextKey(member)).map(withoutWords);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).filter(([, member]) => !isTextKey(member));
  return Object.fromEntries(members.map(([name, member]) => [name, withoutWords(member)]));
}

/** Those with a role in the case: who judges tenders is for those who may know of tenders. */
export const shownParties = ({ parties = [] }: Case, reads: ReadonlySet<Aspect>): readonly CaseParty[] =>
  parties.filter(({ role }) => role !== JUDGES || reads.has('tender'));

/** The words that a page about the case shows: the decision for both sides, the rest for those inside. */
export function shownKeys({ decision, items, handovers }: Case, reads: ReadonlySet<Aspect>): TextKey[] {
  const shared = decision ? [decision.reason] : [];
  const internal = [
    ...Object.values(items).map(({ reason }) => reason),
    ...handovers.slice(-1).flatMap((handover) => [handover.package, ...handover.receivers.flatMap(wordsOf)]),
  ].filter((key) => key !== undefined);
  return [...(reads.has('shared') ? shared : []), ...(reads.has('internal') ? internal : [])].filter(isTextKey);
}

function wordsOf({ gaps, reason, alternative, conditions }: Case['handovers'][number]['receivers'][number]) {
  return [gaps, reason, alternative, conditions];
}
