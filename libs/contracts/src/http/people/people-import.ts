import { z } from 'zod';
import { IMPORT_CHANGE_LABELS, IMPORT_OUTCOME_LABELS } from '../shared/register-labels.js';
import { named } from '../shared/code-labels.js';
import { dryRun, userId } from '../shared/fields.js';

/** The limit follows the largest accepted request body; a longer sheet is imported in parts. */
export const importBody = z.strictObject({ csv: z.string().min(1).max(1_000_000), dryRun }).meta({ id: 'ImportInput' });

export const importReport = z
  .object({
    dryRun: z.boolean(),
    /** False when nothing was written: in a dry run, or when any row is refused. */
    written: z.boolean(),
    rows: z.array(
      z.object({
        line: z.int(),
        outcome: named(['CREATED', 'CHANGED', 'UNCHANGED', 'REFUSED'], IMPORT_OUTCOME_LABELS),
        person: userId.optional(),
        did: z.array(
          named(
            ['UNIT_ADDED', 'PERSON_ADDED', 'PERSON_CHANGED', 'ROLE_GIVEN', 'ROLE_CHANGED', 'IDENTITY_LINKED'],
            IMPORT_CHANGE_LABELS,
          ),
        ),
        code: z.string().optional(),
        column: z.string().optional(),
        why: z.string().optional(),
      }),
    ),
  })
  .meta({ id: 'ImportReport' });
