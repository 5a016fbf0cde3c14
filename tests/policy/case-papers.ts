import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { FilesService } from '#api/shared/files.service.js';
import type { MessageSide, Visibility } from '#domain/policy/conversation.js';
import { DocumentTable } from '#store/cases/documents/document-table.js';
import { DocumentVersionTable } from '#store/cases/documents/document-version-table.js';
import { FileTable } from '#store/cases/documents/file-table.js';
import { MessageTable } from '#store/cases/conversation/message-table.js';
import { NoteTable } from '#store/cases/conversation/note-table.js';
import { insertRows } from '#store/db/write-rows.js';
import type { TestApi } from '#support/test-api.js';
import { documentIn } from './random-cases.js';
import type { RandomCase } from './random-cases.js';

interface Paper {
  readonly visibility: Visibility;
  readonly from: MessageSide;
  readonly withdrawn: boolean;
}

/** The documents of every case, by what they are; the first is attached to its handovers. */
export const PAPERS = {
  internal: { visibility: 'INTERNAL', from: 'STAFF', withdrawn: false },
  internalWithdrawn: { visibility: 'INTERNAL', from: 'STAFF', withdrawn: true },
  ours: { visibility: 'SHARED', from: 'STAFF', withdrawn: false },
  oursWithdrawn: { visibility: 'SHARED', from: 'STAFF', withdrawn: true },
  hers: { visibility: 'SHARED', from: 'ENTREPRENEUR', withdrawn: false },
  hersWithdrawn: { visibility: 'SHARED', from: 'ENTREPRENEUR', withdrawn: true },
} as const satisfies Readonly<Record<string, Paper>>;

export type PaperName = keyof typeof PAPERS;
export const PAPER_NAMES = Object.keys(PAPERS) as readonly PaperName[];

export const paperIn = (caseId: string, name: PaperName): string => documentIn(caseId, PAPER_NAMES.indexOf(name) + 1);

const WRITER = 'admin';

/** Two notes, a message and the documents in every case, all of one content. */
export async function writePapers(api: TestApi, cases: readonly RandomCase[]): Promise<void> {
  const { manager } = api.dataSource;
  const key = randomUUID();
  const { size, sha256 } = await api.app.get(FilesService).store.put(key, Readable.from([Buffer.from('%PDF-1.7')]));
  const written = cases.map(({ state }) => ({ caseId: state.id, by: WRITER, at: state.openedAt }));
  const note = (visibility: Visibility, n: number) =>
    written.map((row) => ({ ...row, n, id: randomUUID(), visibility, body: visibility }));
  await insertRows(manager, NoteTable, [...note('INTERNAL', 1), ...note('SHARED', 2)]);
  const messages = written.map((row) => {
    const id = randomUUID();
    return { ...row, n: 1, id, from: 'STAFF' as const, body: 'SHARED', contact: false, messageId: `<${id}@test>` };
  });
  await insertRows(manager, MessageTable, messages);
  const papers = written.flatMap((row) =>
    PAPER_NAMES.map((name, index) => ({
      row,
      name,
      n: index + 1,
      id: paperIn(row.caseId, name),
      fileId: randomUUID(),
    })),
  );
  const ready = { encrypted: false, scan: 'CLEAN' as const, state: 'READY' as const, code: null };
  const files = papers.map(({ row, fileId }) => {
    const stored = { name: 'a.pdf', type: 'application/pdf', size, sha256, key, storedAt: row.at, attachedAt: row.at };
    return { ...row, ...ready, ...stored, id: fileId };
  });
  await insertRows(manager, FileTable, files);
  const documents = papers.map(({ row, name, n, id }) => {
    const { visibility, from, withdrawn } = PAPERS[name];
    const withdrawal = {
      withdrawnAt: withdrawn ? row.at : null,
      withdrawnBy: withdrawn ? WRITER : null,
      withdrawnReason: withdrawn ? 'Feil' : null,
    };
    return { ...row, ...withdrawal, id, n, title: name, kind: 'OTHER' as const, visibility, from, handover: null };
  });
  await insertRows(manager, DocumentTable, documents);
  const versions = papers.map(({ row, id, n, fileId }) => ({ ...row, documentId: id, v: 1, n, fileId, note: null }));
  await insertRows(manager, DocumentVersionTable, versions);
}
