import { z } from 'zod';
import { DEPARTURE_OUTCOME_LABELS, HOLDING_LABELS, MOVE_OUTCOME_LABELS } from './shared/register-labels.js';
import { named } from './shared/code-labels.js';
import { caseId, dryRun, localDate, person, phase, unitId, userId } from './shared/fields.js';

export const departureBody = z
  .strictObject({
    to: userId.optional(),
    assignments: z
      .array(z.strictObject({ collaboration: caseId, to: userId }))
      .max(500)
      .default([]),
    dryRun,
  })
  .meta({ id: 'DepartureInput' });

export const movesBody = z
  .strictObject({ collaborations: z.array(caseId).min(1).max(200), to: userId, dryRun })
  .meta({ id: 'MovesInput' });

const caseSummary = z.object({ id: caseId, number: z.string(), title: z.string(), phase });

/** `collaboration` is null when the caller may not see the case. */
const holdingFields = {
  kind: named(
    [
      'OWNED_CASE',
      'DEPUTY_CASE',
      'CONTACT_CASE',
      'HANDOVER',
      'CASE_ROLE',
      'AREA_CONTACT',
      'AREA_DEPUTY',
      'ROLE',
      'SUBSTITUTE',
    ],
    HOLDING_LABELS,
  ),
  collaboration: caseSummary.nullable().optional(),
  handover: z.string().optional(),
  area: z.string().optional(),
  role: z.string().optional(),
  unit: unitId.optional(),
  /** For `SUBSTITUTE`: the absent person, whose absence begins at `from`. */
  absent: person.optional(),
  from: localDate.optional(),
};

export const holdingList = z
  .object({ items: z.array(z.object(holdingFields)), next: z.null() })
  .meta({ id: 'HoldingList' });

export const departureReport = z
  .object({
    person: userId,
    dryRun: z.boolean(),
    /** True when everything is handed over and the person has left; in a dry run, when it would be. */
    complete: z.boolean(),
    active: z.boolean(),
    lines: z.array(
      z.object({
        ...holdingFields,
        to: person.nullable(),
        outcome: named(['WOULD', 'DONE', 'REFUSED', 'UNKNOWN', 'WAITING'], DEPARTURE_OUTCOME_LABELS),
        code: z.string().optional(),
        why: z.string().optional(),
        /** When nobody else in the unit has the role afterwards. */
        warning: z.string().optional(),
      }),
    ),
  })
  .meta({ id: 'DepartureReport' });

export const movesReport = z
  .object({
    to: person,
    dryRun: z.boolean(),
    lines: z.array(
      z.object({
        id: caseId,
        number: z.string().optional(),
        title: z.string().optional(),
        outcome: named(['WOULD', 'MOVED', 'ALREADY', 'REFUSED', 'UNKNOWN', 'NOT_TRIED'], MOVE_OUTCOME_LABELS),
        code: z.string().optional(),
        why: z.string().optional(),
        /** The new owner belongs to another unit, so the case needs a handover. */
        needsHandover: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'MovesReport' });
