import { EntitySchema } from 'typeorm';
import type { Instant } from '#domain/time.js';
import { instant, integer, named, primary, text, textOrNull, uuid } from '../../db/columns.js';

/** One version of a document: a file that is attached here and nowhere else. */
export interface DocumentVersionRow {
  documentId: string;
  /** Counts from 1 in each document. */
  v: number;
  caseId: string;
  /** Counts from 1 in each case, over all its documents: the `seq` of the letter that tells of it. */
  n: number;
  fileId: string;
  by: string;
  at: Instant;
  /** What is new in it. */
  note: string | null;
}

export const DocumentVersionTable = new EntitySchema<DocumentVersionRow>({
  name: 'document_version',
  columns: {
    documentId: primary(
      named('document_id', { ...uuid, foreignKey: { target: 'document', name: 'document_version_document' } }),
    ),
    v: primary(integer),
    caseId: named('case_id', uuid),
    n: integer,
    fileId: named('file_id', { ...uuid, foreignKey: { target: 'file', name: 'document_version_file' } }),
    by: { ...text, foreignKey: { target: 'Person', name: 'document_version_by' } },
    at: instant,
    note: textOrNull,
  },
  indices: [
    { name: 'document_version_of_file', columns: ['fileId'], unique: true },
    { name: 'document_version_n', columns: ['caseId', 'n'], unique: true },
    { name: 'document_version_of_writer', columns: ['by'] },
  ],
});
