import { z } from 'zod';
import { localDate, phase } from '../shared/fields.js';
import { named, EFFECT_LABELS } from '../shared/code-labels.js';
import { EFFECTS } from '#domain/process/process-document.js';

/** `GET /overview`: the open cases of the units that the reader leads, by phase, and what is due in them. */
export const overviewView = z
  .object({
    units: z.array(z.object({ id: z.string(), name: z.string() })),
    legs: z.array(z.object({ phase, open: z.int(), suspended: z.int(), stuck: z.int() })),
    dates: z
      .array(
        z.object({
          collaboration: z.object({
            id: z.string(),
            number: z.string(),
            title: z.string(),
            organisation: z.string().nullable(),
          }),
          deadline: z.string(),
          label: z.string(),
          dueOn: localDate,
          effect: named(EFFECTS, EFFECT_LABELS),
        }),
      )
      .describe('Of what the law sets and of what we set ourselves, the first of the next 90 days.'),
    moreDates: z.boolean(),
  })
  .meta({ id: 'Overview' });

/** `GET /me/changes`: of a day or two, never of long ago. */
export const changesQuery = z.strictObject({ since: localDate.optional() });

export const changesView = z
  .object({
    since: localDate,
    items: z.array(
      z.object({
        collaboration: z.object({ id: z.string(), number: z.string(), title: z.string() }),
        seq: z.int(),
        at: z.string(),
        text: z.string(),
        byName: z.string().nullable(),
      }),
    ),
    more: z.boolean(),
  })
  .meta({ id: 'Changes' });
