import { EntitySchema } from 'typeorm';
import type { DocumentKind } from '#domain/model/document-kinds.js';
import type { MessageSide, Visibility } from '#domain/policy/conversation.js';
import type { Instant } from '#domain/time.js';
import { instant, instantOrNull, integer, named, primary, text, textOrNull, uuid } from '../../db/columns.js';

/** A document of a case. What it holds is in its versions, each of which is a file. */
export interface DocumentRow {
  id: string;
  caseId: string;
  /** Counts from 1 in each case. */
  n: number;
  title: string;
  kind: DocumentKind;
  visibility: Visibility;
  /** Who brought it. */
  from: MessageSide;
  by: string;
  at: Instant;
  /** The handover for which the case made it; null for what people brought. */
  handover: string | null;
  /** Null while its content is served. */
  withdrawnAt: Instant | null;
  withdrawnBy: string | null;
  withdrawnReason: string | null;
}

export const DocumentTable = new EntitySchema<DocumentRow>({
  name: 'document',
  columns: {
    id: primary(uuid),
    caseId: named('case_id', uuid),
    n: integer,
    title: text,
    kind: text,
    visibility: text,
    from: named('from_side', text),
    by: { ...text, foreignKey: { target: 'Person', name: 'document_by' } },
    at: instant,
    handover: textOrNull,
    withdrawnAt: named('withdrawn_at', instantOrNull),
    withdrawnBy: named('withdrawn_by', {
      ...textOrNull,
      foreignKey: { target: 'Person', name: 'document_withdrawn_by' },
    }),
    withdrawnReason: named('withdrawn_reason', textOrNull),
  },
  checks: [
    { name: 'document_visibility', expression: `visibility IN ('INTERNAL', 'SHARED')` },
    { name: 'document_from_side', expression: `from_side IN ('STAFF', 'ENTREPRENEUR')` },
    { name: 'document_of_entrepreneur', expression: `from_side = 'STAFF' OR visibility = 'SHARED'` },
    { name: 'document_withdrawn', expression: 'num_nulls(withdrawn_at, withdrawn_by, withdrawn_reason) IN (0, 3)' },
  ],
  indices: [
    { name: 'document_n', columns: ['caseId', 'n'], unique: true },
    { name: 'document_of_handover', columns: ['caseId', 'handover'], unique: true, where: 'handover IS NOT NULL' },
    { name: 'document_of_writer', columns: ['by'] },
    { name: 'document_of_withdrawer', columns: ['withdrawnBy'], where: 'withdrawn_by IS NOT NULL' },
  ],
});
