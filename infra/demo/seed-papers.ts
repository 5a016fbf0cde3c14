import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import type { EntityManager } from 'typeorm';
import { joined } from '#platform/content/content-file.js';
import { safeName } from '#platform/content/file-name.js';
import { inspect } from '#platform/content/inspect.js';
import type { FileStore } from '#platform/files/file-store.js';
import { importMessage } from '#store/cases/conversation/messages.js';
import { addNote } from '#store/cases/conversation/notes.js';
import { addVersion } from '#store/cases/documents/document-versions.js';
import { addDocument } from '#store/cases/documents/documents.js';
import { addFile, attachFile } from '#store/cases/documents/files.js';
import type { FileRow } from '#store/cases/documents/files.js';
import { demoId } from './demo-id.js';
import { samplePdf } from './sample-pdf.js';
import { samplePhoto } from './sample-photo.js';
import type { StorySimulation } from './simulation.js';
import type { StoryDocument } from './story-papers.js';

/** Right side of the Message-IDs. */
const HOST = 'fjordvik.example';

/** What is known of a content when it is stored. */
type Content = Pick<FileRow, 'name' | 'type' | 'size' | 'sha256' | 'encrypted'>;

/**
 * Makes what the documents of the stories hold, looks at it as at an upload, and stores it below keys that are the same each time,
 * so that a start that was interrupted leaves nothing behind. @returns by the document's id.
 */
export async function storeContents(
  documents: readonly StoryDocument[],
  files: FileStore,
): Promise<ReadonlyMap<string, Content>> {
  const folder = await mkdtemp(path.join(tmpdir(), 'stafett-demo-'));
  try {
    const contents = new Map<string, Content>();
    for (const document of documents) {
      const source = path.join(folder, document.id);
      await writeFile(source, await contentOf(document));
      const { type, pieces, encrypted } = await inspect(source, document.file);
      const stored = await files.put(fileIdOf(document), Readable.from(joined(source, pieces)));
      contents.set(document.id, { ...stored, type, encrypted, name: safeName(document.file, type) });
    }
    return contents;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const fileIdOf = ({ id }: StoryDocument): string => demoId('file', id);

const contentOf = async ({ title, paragraphs }: StoryDocument): Promise<Buffer> =>
  paragraphs === undefined ? samplePhoto() : samplePdf(title, paragraphs);

/** Inserts the notes, the messages and the documents of one case. */
export async function seedPapers(
  manager: EntityManager,
  simulation: StorySimulation,
  contents: ReadonlyMap<string, Content>,
): Promise<void> {
  const { papers } = simulation;
  const caseId = simulation.state().id;
  for (const { by, at, visibility, body } of papers.notes) await addNote(manager, { caseId, visibility, by, at, body });
  for (const { id, from, by, at, body } of papers.messages)
    await importMessage(manager, caseId, { id, from, by, at, body, contact: false }, HOST);
  for (const document of papers.documents) {
    const { id, title, kind, visibility, from, by, at } = document;
    const content = contents.get(id);
    if (!content) throw new Error(`${title} has a content`);
    const fileId = fileIdOf(document);
    const checked = { key: fileId, scan: 'NOT_SCANNED', state: 'READY', code: null } as const;
    await addFile(manager, { id: fileId, caseId, by, at, ...content, ...checked });
    await attachFile(manager, { id: fileId, caseId, by, at });
    await addDocument(manager, { id, caseId, title, kind, visibility, from, by, at, handover: null });
    await addVersion(manager, { id, caseId }, { fileId, by, at, note: null });
  }
}
