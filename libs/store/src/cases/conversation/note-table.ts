import { EntitySchema } from 'typeorm';
import type { Visibility } from '#domain/policy/conversation.js';
import type { Instant } from '#domain/time.js';
import { instant, integer, named, primary, text, uuid } from '../../db/columns.js';

/** What somebody in the municipality wrote down about a case. Stored only here; nothing of it goes to Temporal. */
export interface NoteRow {
  caseId: string;
  /** Counts from 1 in each case. */
  n: number;
  id: string;
  visibility: Visibility;
  by: string;
  at: Instant;
  body: string;
}

export const NoteTable = new EntitySchema<NoteRow>({
  name: 'note',
  columns: {
    caseId: primary(named('case_id', uuid)),
    n: primary(integer),
    id: uuid,
    visibility: text,
    by: { ...text, foreignKey: { target: 'Person', name: 'note_by' } },
    at: instant,
    body: text,
  },
  checks: [{ name: 'note_visibility', expression: `visibility IN ('INTERNAL', 'SHARED')` }],
  indices: [
    { name: 'note_id', columns: ['id'], unique: true },
    { name: 'note_of_writer', columns: ['by'] },
  ],
});
