import { EntitySchema } from 'typeorm';
import type { ProcessCore, ProcessDocument } from '#domain/process/process-document.js';
import { integer, jsonb, primary, text } from '../db/columns.js';

/** A released process version. Never changed: cases are pinned to it, and workflow replay depends on it. */
export interface ProcessVersionRow {
  id: string;
  version: number;
  document: ProcessDocument;
  core: ProcessCore;
  hash: string;
}

export const ProcessVersionTable = new EntitySchema<ProcessVersionRow>({
  name: 'process_version',
  columns: { id: primary(text), version: primary(integer), document: jsonb, core: jsonb, hash: text },
});
