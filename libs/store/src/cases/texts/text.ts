import { EntitySchema } from 'typeorm';
import type { Instant } from '#domain/time.js';
import { instant, instantOrNull, jsonb, named, primary, text, uuidOrNull } from '../../db/columns.js';

/** Words that belong to a command: the only copy, kept out of events and engine. The key is what events carry. */
export interface TextRow {
  id: string;
  /** The Idempotency-Key of the command, written before the command is given. */
  commandId: string;
  caseId: string | null;
  field: string;
  body: unknown;
  createdAt: Instant;
  /** Set by `record` when an event refers to it; rows unattached after a day are swept. Wall time. */
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
