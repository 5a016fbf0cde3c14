import { EVENT_WORDS } from '#domain/model/words/event-words.js';
import { label } from '#domain/process/label.js';
import type { Label, ProcessDocument } from '#domain/process/process-document.js';
import type { ListedOutboxMessage } from '#store/cases/lists/list-outbox-messages.js';

/** Letters that no event of a case leads to. */
const OTHER_WORDS: Readonly<Record<string, Label>> = {
  messageSent: label('Ny melding', 'New message'),
  documentShared: label('Nytt dokument', 'New document'),
};

/** What a letter is about: the event, and of a reminder the deadline that its template names. */
export function letterSubject(
  { kind, template }: Pick<ListedOutboxMessage, 'kind' | 'template'>,
  { deadlines }: Pick<ProcessDocument, 'deadlines'>,
): Label {
  const word = OTHER_WORDS[kind] ?? (EVENT_WORDS as Readonly<Record<string, { label: Label }>>)[kind]?.label;
  if (!word) return label(kind, kind);
  const about = template.startsWith(`${kind}.`) ? deadlines[template.slice(kind.length + 1)]?.label : undefined;
  return about ? label(`${word.nb}: ${about.nb}`, `${word.en}: ${about.en}`) : word;
}
