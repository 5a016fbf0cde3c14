import { z } from 'zod';
import { deadlineView } from './deadline.js';
import { person, localDate } from '../shared/fields.js';

const caseSummary = z.object({ id: z.string(), number: z.string(), title: z.string(), phase: z.string() });

const eventSummary = z.object({ seq: z.int(), type: z.string(), at: z.string(), by: z.string().nullable() });

const workItem = z
  .object({
    collaboration: caseSummary,
    deadline: deadlineView,
    person: person.nullable(),
    for: person.nullable().describe('Away: the reader acts for them.'),
  })
  .meta({ id: 'WorkItem' });

/** `GET /me/work`: the page My day. */
export const workView = z
  .object({
    overdue: z.array(workItem),
    today: z.array(workItem),
    soon: z.array(workItem),
    waiting: z.array(workItem),
    whileAway: z
      .object({
        from: localDate,
        to: localDate.nullable(),
        items: z.array(z.object({ collaboration: caseSummary, events: z.array(eventSummary) })),
      })
      .nullable()
      .describe('What happened on my cases during the absence I am in or have lately come back from.'),
  })
  .meta({ id: 'Work' });
