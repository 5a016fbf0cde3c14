import type { Language } from '#platform/language.js';
import { displayedName } from '#platform/content/file-name.js';
import type { UnfinishedUpload } from '#platform/uploads/resumable-uploads.js';
import type { UploadView } from '#contracts/http/cases/upload.js';
import type { FileRow } from '#store/cases/documents/files.js';
import { refusalOfFile } from './file-refusals.js';

/** Wall time after which what nobody goes on with, or makes a document of, is deleted. */
export const SILENCE_MS = 24 * 60 * 60 * 1000;

const after = (wall: Date): string => new Date(wall.getTime() + SILENCE_MS).toISOString();

export function unfinishedView({ id, size, offset, metadata, changedAt }: UnfinishedUpload): UploadView {
  return {
    id,
    collaboration: metadata['collaboration'] ?? '',
    state: 'UPLOADING',
    name: displayedName(metadata['filename'] ?? ''),
    size,
    offset,
    type: null,
    sha256: null,
    scan: null,
    encrypted: false,
    expiresAt: after(changedAt),
    refusal: null,
  };
}

export function finishedView(row: FileRow, language: Language): UploadView {
  const { id, caseId, state, name, size, type, sha256, scan, encrypted, code, storedAt, attachedAt } = row;
  const isReady = state === 'READY';
  return {
    id,
    collaboration: caseId,
    state,
    name,
    size,
    offset: size,
    type: isReady ? type : null,
    sha256: isReady ? sha256 : null,
    scan: isReady ? scan : null,
    encrypted,
    expiresAt: attachedAt === null ? after(new Date(storedAt)) : null,
    refusal: code === null ? null : { code, detail: refusalOfFile(code).detail[language] },
  };
}
