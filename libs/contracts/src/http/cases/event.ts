import { z } from 'zod';
import { limit } from '../shared/paging.js';

export const eventsQuery = z.strictObject({
  after: z
    .string()
    .regex(/^\d{1,9}$/, 'must be a whole number from 0')
    .transform(Number)
    .optional(),
  limit: limit.optional(),
});

export const eventView = z
  .object({
    seq: z.int(),
    type: z.string(),
    at: z.string(),
    recordedAt: z.string(),
    by: z.string().nullable(),
    command: z.string().optional(),
    data: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'Event' });

export const eventList = z.object({ items: z.array(eventView), next: z.string().nullable() }).meta({ id: 'EventList' });
