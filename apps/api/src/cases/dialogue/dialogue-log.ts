import { osloDateOf } from '#domain/calendar/oslo-time.js';
import { isTextKey } from '#domain/model/text-key.js';
import type { Case, Fact } from '#domain/model/case.js';
import type { Meeting, MeetingRef } from '#domain/model/meetings.js';
import type { Directory } from '#domain/policy/directory.js';
import type { ProcessDocument } from '#domain/process/process-document.js';
import type { LocalDate } from '#domain/time.js';
import type { MessageRow } from '#store/cases/conversation/messages.js';
import { personView, unitName } from '../../people/person-view.js';

/** One contact with a possible supplier. */
export interface DialogueEntry {
  readonly on: LocalDate;
  readonly who: string;
  readonly how: string;
  readonly what: string;
}

export interface DialogueSources {
  readonly state: Case;
  readonly document: ProcessDocument;
  readonly directory: Directory;
  /** By key (`textKeysOfDialogue`). */
  readonly texts: ReadonlyMap<string, unknown>;
  /** The messages that the municipality marked as contacts, oldest first. */
  readonly messages: readonly MessageRow[];
  /** Of those who wrote them. */
  readonly names: ReadonlyMap<string, string>;
}

/** What is shown to whoever works on the case: nothing that is kept for the tender or about impartiality. */
const SHOWN: ReadonlySet<string> = new Set(['shared', 'internal']);

/**
 * Every contact of a case, the oldest first: what the process files under the dialogue, meetings that were held, and messages
 * that are marked. A meeting that counts as a fact is one contact.
 */
export function dialogueEntries(sources: DialogueSources): readonly DialogueEntry[] {
  const meetings = heldMeetings(sources.state);
  const counted = countedFacts(sources, meetings);
  return [
    ...dialogueFacts(sources)
      .filter((fact) => !counted.has(fact))
      .map((fact) => factEntry(sources, fact)),
    ...meetings.map((meeting) => meetingEntry(sources, meeting)),
    ...sources.messages.map((message) => messageEntry(sources, message)),
  ].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

type HeldMeeting = Meeting & { readonly held: NonNullable<Meeting['held']> };

const heldMeetings = ({ meetings = [] }: Case): readonly HeldMeeting[] =>
  meetings.filter((it): it is HeldMeeting => it.held !== undefined);

const dialogueFacts = ({ state, document }: Pick<DialogueSources, 'state' | 'document'>): readonly Fact[] =>
  state.facts.filter(({ fact, retracted }) => {
    const rule = document.facts[fact];
    return retracted !== true && rule?.part === 'dialogue' && SHOWN.has(rule.aspect ?? 'internal');
  });

/** The facts as which meetings count: one for each. */
function countedFacts(sources: DialogueSources, meetings: readonly HeldMeeting[]): ReadonlySet<Fact> {
  const counted = new Set<Fact>();
  for (const { template, held } of meetings) {
    const name = sources.document.meetings[template]?.fact;
    const found = dialogueFacts(sources).find(
      (it) => it.fact === name && it.on === held.on && it.by === held.by && !counted.has(it),
    );
    if (found) counted.add(found);
  }
  return counted;
}

function factEntry({ document, directory, texts }: DialogueSources, { fact, on, by, data }: Fact): DialogueEntry {
  const how = document.facts[fact]?.label.nb ?? fact;
  return { on, who: by === null ? '' : personView(directory, by).name, how, what: wordsOf(Object.values(data), texts) };
}

function meetingEntry({ document, directory, texts, state }: DialogueSources, meeting: HeldMeeting): DialogueEntry {
  const { template, held, steps } = meeting;
  const keys = [held.summary, ...steps.map(({ what }) => what)];
  return {
    on: held.on,
    who: held.present.map((ref) => nameOf(ref, state, directory)).join(', '),
    how: document.meetings[template]?.label.nb ?? template,
    what: wordsOf(keys, texts),
  };
}

const messageEntry = ({ names }: DialogueSources, { at, by, body }: MessageRow): DialogueEntry => ({
  on: osloDateOf(at),
  who: names.get(by) ?? by,
  how: 'Melding',
  what: body,
});

function nameOf(ref: MeetingRef, { entrepreneur }: Case, directory: Directory): string {
  if ('person' in ref) return personView(directory, ref.person).name;
  if ('unit' in ref) return unitName(directory, ref.unit);
  return entrepreneur === null ? 'Entreprenøren' : personView(directory, entrepreneur).name;
}

const wordsOf = (keys: readonly unknown[], texts: ReadonlyMap<string, unknown>): string =>
  keys
    .filter(isTextKey)
    .map((key) => texts.get(key))
    .filter((text) => typeof text === 'string')
    .join('\n');

/** Keys of the texts that the log shows. */
export function textKeysOfDialogue(of: Pick<DialogueSources, 'state' | 'document'>): readonly string[] {
  const ofMeetings = heldMeetings(of.state).flatMap(({ held, steps }) => [held.summary, ...steps.map((it) => it.what)]);
  return [...dialogueFacts(of).flatMap(({ data }) => Object.values(data)), ...ofMeetings].filter(isTextKey);
}
