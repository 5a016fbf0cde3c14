import type { z } from 'zod';
import { osloDateOf } from '#domain/calendar/oslo-time.js';
import { deadlineLabel, promisedLabel } from '#domain/deadline/deadline-label.js';
import { EVENT_WORDS } from '#domain/model/words/event-words.js';
import { same } from '#domain/model/words/event-sentences.js';
import type { EventNames, EventWords } from '#domain/model/words/event-sentences.js';
import type { Case } from '#domain/model/case.js';
import { informationWith } from '#domain/model/information.js';
import { stepWith } from '#domain/model/meetings.js';
import type { CaseEvent, EventType } from '#domain/model/events.js';
import type { ProofRef, TextKey } from '#domain/model/ids.js';
import { findUser } from '#domain/people/directory-lookup.js';
import type { Directory } from '#domain/policy/directory.js';
import { isSharedEvent } from '#domain/policy/visibility.js';
import type { Labelled } from '#domain/process/process-document.js';
import { restoreTexts } from '#contracts/http/shared/private-texts.js';
import type { eventView as eventSchema } from '#contracts/http/cases/event.js';
import { personView, unitName } from '../../people/person-view.js';
import { proofViews } from '../proof/shown-proof.js';
import type { ShownProof } from '../proof/shown-proof.js';
import type { CaseContext } from '../views/case-context.js';

const MOST_WRITTEN = 100;

type EventContext = Pick<CaseContext, 'document' | 'state' | 'directory' | 'texts' | 'language'> & {
  /** The reader is outside the municipality: deadlines are called as they were promised. */
  readonly isOutside?: boolean;
  /** What the reader sees of the proof that events name. */
  readonly proof: ShownProof;
};

/** An event as a sentence and as data. What the reader may not see is already left out of it. */
export function eventView(event: CaseEvent, context: EventContext): z.infer<typeof eventSchema> {
  const { seq, type, at, recordedAt, by, command, data } = event;
  const { directory, texts } = context;
  return {
    seq,
    type,
    kind: EVENT_WORDS[type].kind,
    text: sentenceOf(event, context),
    day: osloDateOf(at),
    at,
    recordedAt,
    by,
    byName: by === null ? null : personView(directory, by).name,
    shared: isSharedEvent(context, event),
    ...(command !== undefined && { command }),
    data: withShownProof(restoreTexts(data, texts) as Record<string, unknown>, context.proof),
    names: namesOfIds(data, directory),
  };
}

/** The documents and messages with their titles; those that the reader does not see are left out. */
function withShownProof({ proof, ...data }: Record<string, unknown>, shown: ShownProof): Record<string, unknown> {
  if (proof === undefined) return data;
  const lists = Array.isArray(proof) ? { all: proof } : (proof as object);
  const views = Object.entries(lists).map(
    ([part, refs]) => [part, proofViews(shown, refs as ProofRef[]) ?? []] as const,
  );
  const { all, ...parts } = Object.fromEntries(views);
  return { ...data, proof: all ?? parts };
}

/** What the event says, in the reader's language. */
export function sentenceOf({ type, data }: CaseEvent, context: Omit<EventContext, 'proof'>): string {
  const words = EVENT_WORDS[type] as EventWords<EventType>;
  return (words.text?.(data, namesIn(context)) ?? words.label)[context.language];
}

function namesIn({ document, state, directory, texts, isOutside }: Omit<EventContext, 'proof'>): EventNames {
  const labelOf = (labelled: Labelled | undefined, id: string) => labelled?.label ?? { nb: id, en: id };
  const written = (key: string | undefined) => {
    const text = key === undefined ? undefined : texts.get(key);
    return typeof text === 'string' ? same(clipped(text)) : undefined;
  };
  return {
    person: (id) => personView(directory, id).name,
    unit: (id) => unitName(directory, id),
    fact: (id) => labelOf(document.facts[id], id),
    item: (id) => labelOf(document.items[id], id),
    gate: (id) => labelOf(document.gates[id as keyof typeof document.gates], id),
    phase: (id) => labelOf(document.phases[id as keyof typeof document.phases], id),
    route: (id) => labelOf(document.routes[id], id),
    meeting: (id) => labelOf(document.meetings[id], id),
    role: (id) => document.roles[id] ?? { nb: id, en: id },
    deadline: (id) => (isOutside ? promisedLabel : deadlineLabel)(document, id) ?? { nb: id, en: id },
    receivers: (id) => {
      const receivers = state.handovers.find((it) => it.id === id)?.receivers ?? [];
      return [...new Set(receivers.map(({ person }) => personView(directory, person).name))].join('; ');
    },
    receiver: (id, place) => {
      const person = state.handovers.find((it) => it.id === id)?.receivers[place]?.person;
      return person === undefined ? undefined : personView(directory, person).name;
    },
    asked: (request, item) => written(informationWith(state, request)?.items[item - 1]?.what),
    agreed: (step) => written(stepWith(state, step)?.what),
  };
}

/** The beginning of what a person wrote, short enough for a line. */
const clipped = (text: string): string => (text.length <= MOST_WRITTEN ? text : `${text.slice(0, MOST_WRITTEN - 1)}…`);

/** Keys of what people wrote that sentences of these events may name, besides the events' own texts. */
export const namedTextKeys = ({ information = [], meetings = [] }: Case): readonly TextKey[] => [
  ...information.flatMap(({ items }) => items.map(({ what }) => what)),
  ...meetings.flatMap(({ steps }) => steps.map(({ what }) => what)),
];

/** Every person and unit that the value names, by id. */
function namesOfIds(value: unknown, directory: Directory): Record<string, string> {
  const named = [...new Set(stringsIn(value))].flatMap((id) => {
    const found = findUser(directory, id) ?? directory.units.find((unit) => unit.id === id);
    return found ? [[id, found.name] as const] : [];
  });
  return Object.fromEntries(named);
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}
