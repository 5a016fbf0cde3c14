import { EntitySchema } from 'typeorm';
import type { Instant } from '#domain/time.js';
import { instant, instantOrNull, jsonb, named, primary, text, uuidOrNull } from '../../db/columns.js';

/** A text of a command. Stored only here: events and Temporal carry its key. */
export interface TextRow {
  id: string;
  /** The Idempotency-Key of the command. */
  commandId: string;
  caseId: string | null;
  field: string;
  body: unknown;
  createdAt: Instant;
  /** Set by `attachTexts` when an event refers to it; `sweepTexts` deletes rows unattached after a day of wall time. */
  attachedAt: Instant | null;
}

export const TextTable = new EntitySchema<TextRow>({
  name: 'text',
  columns: {
    id: primary(text),
    commandId: named('command_id', text),
    caseId: named('case_id', uuidOrNull),
    field: text,
    body: jsonb,
    createdAt: named('created_at', { ...instant, default: () => 'now()' }),
    attachedAt: named('attached_at', instantOrNull),
  },
  indices: [
    { name: 'text_case', columns: ['caseId'] },
    { name: 'text_command', columns: ['commandId'] },
    { name: 'text_unattached', columns: ['createdAt'], where: 'attached_at IS NULL' },
  ],
});
