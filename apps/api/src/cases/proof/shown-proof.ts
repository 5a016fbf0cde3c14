import type { EntityManager } from 'typeorm';
import { osloDateOf } from '#domain/calendar/oslo-time.js';
import type { Case } from '#domain/model/case.js';
import { isDocumentRef } from '#domain/model/ids.js';
import type { ProofRef } from '#domain/model/ids.js';
import { dayText } from '#domain/model/words/day-text.js';
import { visibilitiesFor } from '#domain/policy/conversation.js';
import type { Directory } from '#domain/policy/directory.js';
import type { Aspect } from '#domain/process/process-document.js';
import type { ProofView } from '#contracts/http/shared/fields.js';
import { messagesById } from '#store/cases/conversation/messages.js';
import type { MessageRow } from '#store/cases/conversation/messages.js';
import { documentsById } from '#store/cases/documents/documents.js';
import type { DocumentRow } from '#store/cases/documents/documents.js';
import { personView } from '../../people/person-view.js';
import type { Language } from '../../shared/input/language.decorator.js';

/** The documents and messages of a case that a reader sees, each kind by its ids. */
export interface ShownProof {
  readonly documents: ReadonlyMap<string, ProofView[number]>;
  readonly messages: ReadonlyMap<string, ProofView[number]>;
}

interface Reader {
  readonly reads: ReadonlySet<Aspect>;
  readonly directory: Directory;
  readonly language: Language;
}

/** What the reader sees of this proof; what is of another case, or hidden from the reader, is not in it. */
export async function shownProof(
  manager: EntityManager,
  { id: caseId }: Pick<Case, 'id'>,
  refs: readonly ProofRef[],
  reader: Reader,
): Promise<ShownProof> {
  const documentIds = new Set(refs.flatMap((ref) => (isDocumentRef(ref) ? [ref.document] : [])));
  const messageIds = new Set(refs.flatMap((ref) => (isDocumentRef(ref) ? [] : [ref.message])));
  const documents = await documentsById(manager, caseId, [...documentIds]);
  const messages = reader.reads.has('shared') ? await messagesById(manager, caseId, [...messageIds]) : [];
  const visibilities = visibilitiesFor(reader.reads);
  const visible = documents.filter(({ visibility }) => visibilities.includes(visibility));
  return {
    documents: new Map(visible.map((document) => [document.id, documentView(document)])),
    messages: new Map(messages.map((message) => [message.id, messageView(message, reader)])),
  };
}

export const shownOf = ({ documents, messages }: ShownProof, ref: ProofRef): ProofView[number] | undefined =>
  isDocumentRef(ref) ? documents.get(ref.document) : messages.get(ref.message);

/** What is shown where the proof was given; undefined where nothing is. */
export function proofViews(shown: ShownProof, refs: readonly ProofRef[] = []): ProofView | undefined {
  const views = refs.flatMap((ref) => shownOf(shown, ref) ?? []);
  return views.length > 0 ? views : undefined;
}

export const documentView = ({ id, title, visibility, withdrawnAt }: DocumentRow): ProofView[number] => ({
  document: id,
  title,
  seenBy: visibility === 'SHARED' ? 'BOTH' : 'MUNICIPALITY',
  withdrawn: withdrawnAt !== null,
});

export function messageView({ id, by, at }: MessageRow, { directory, language }: Reader): ProofView[number] {
  const { name } = personView(directory, by);
  const day = dayText(osloDateOf(at))[language];
  const title = { nb: `Melding fra ${name}, ${day}`, en: `Message from ${name}, ${day}` }[language];
  return { message: id, title, seenBy: 'BOTH', withdrawn: false };
}
