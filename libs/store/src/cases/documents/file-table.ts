import { EntitySchema } from 'typeorm';
import type { Instant } from '#domain/time.js';
import { boolean, instant, instantOrNull, integer, named, primary, text, textOrNull, uuid } from '../../db/columns.js';

/** READY can become a version of a document; REFUSED is kept a day, so that whoever sent it reads why. */
export type FileState = 'READY' | 'REFUSED';

/** CLEAN: a virus scanner has read it. NOT_SCANNED: none is set. */
export type FileScan = 'CLEAN' | 'NOT_SCANNED';

/** An upload that came to its end. The content is in the file store, never here. */
export interface FileRow {
  /** The id of the upload. */
  id: string;
  caseId: string;
  by: string;
  at: Instant;
  /** Safe to show and to save under; its extension is that of the content. */
  name: string;
  /** Media type, by the content. */
  type: string;
  /** Bytes that are stored. */
  size: number;
  /** Of what is stored, in hexadecimal. */
  sha256: string;
  /** Where the file store has it. */
  key: string;
  scan: FileScan;
  /** A password is needed to open it, so that nothing in it can be searched. */
  encrypted: boolean;
  state: FileState;
  /** Why it is refused: a problem code. */
  code: string | null;
  /** Wall time, for the sweep. */
  storedAt: Instant;
  /** When it became a version of a document; null for one that the sweep may take. */
  attachedAt: Instant | null;
}

export const FileTable = new EntitySchema<FileRow>({
  name: 'file',
  columns: {
    id: primary(uuid),
    caseId: named('case_id', uuid),
    by: { ...text, foreignKey: { target: 'Person', name: 'file_by' } },
    at: instant,
    name: text,
    type: text,
    size: integer,
    sha256: text,
    key: text,
    scan: text,
    encrypted: boolean,
    state: text,
    code: textOrNull,
    storedAt: named('stored_at', { ...instant, default: () => 'now()' }),
    attachedAt: named('attached_at', instantOrNull),
  },
  checks: [
    { name: 'file_scan', expression: `scan IN ('CLEAN', 'NOT_SCANNED')` },
    { name: 'file_state', expression: `state IN ('READY', 'REFUSED')` },
    { name: 'file_code', expression: `(state = 'REFUSED') = (code IS NOT NULL)` },
  ],
  indices: [
    { name: 'file_case', columns: ['caseId'] },
    { name: 'file_by_person', columns: ['by'] },
    { name: 'file_key', columns: ['key'], where: `key <> ''` },
    { name: 'file_unattached', columns: ['storedAt'], where: 'attached_at IS NULL' },
  ],
});
