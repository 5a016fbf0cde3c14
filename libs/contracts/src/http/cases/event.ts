import { z } from 'zod';
import { EVENT_WORDS } from '#domain/model/words/event-words.js';
import { EVENT_KINDS } from '#domain/model/words/event-sentences.js';
import type { EventType } from '#domain/model/events.js';
import type { Label } from '#domain/process/process-document.js';
import { EVENT_KIND_LABELS, named } from '../shared/code-labels.js';
import { localDate } from '../shared/fields.js';
import { limit } from '../shared/paging.js';

const EVENT_TYPES = Object.keys(EVENT_WORDS) as [EventType, ...EventType[]];
const EVENT_LABELS = Object.fromEntries(EVENT_TYPES.map((type) => [type, EVENT_WORDS[type].label]));

const eventType = named(EVENT_TYPES, EVENT_LABELS as Record<EventType, Label>);
export const eventKind = named(EVENT_KINDS, EVENT_KIND_LABELS);

/** Oldest first, or with `order=desc` newest first; `after` is the `seq` of the last one already seen, in that order. */
export const eventsQuery = z.strictObject({
  after: z
    .string()
    .regex(/^\d{1,9}$/, 'must be a whole number from 0')
    .transform(Number)
    .optional(),
  order: z.enum(['asc', 'desc']).optional(),
  kind: eventKind.optional(),
  as: z.literal('entrepreneur').optional(),
  limit: limit.optional(),
});

export const eventView = z
  .object({
    seq: z.int(),
    type: eventType,
    kind: eventKind,
    text: z.string().describe('A sentence, of what the reader may see.'),
    day: localDate.describe('The day in Norway on which it happened.'),
    at: z.string(),
    recordedAt: z.string(),
    by: z.string().nullable(),
    byName: z.string().nullable(),
    shared: z.boolean().describe('The entrepreneur sees what it says.'),
    command: z.string().optional(),
    data: z.record(z.string(), z.unknown()),
    names: z.record(z.string(), z.string()).describe('The people and units in `data`, by id.'),
  })
  .meta({ id: 'Event' });

export const eventList = z.object({ items: z.array(eventView), next: z.string().nullable() }).meta({ id: 'EventList' });
