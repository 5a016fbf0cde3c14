import { z } from 'zod';
import { named, WORK_SECTION_LABELS } from '../shared/code-labels.js';
import { stuckCause } from './case.js';
import { deadlineAct, deadlineView } from './deadline.js';
import { cursor, limit } from '../shared/paging.js';
import { person, localDate } from '../shared/fields.js';

const caseSummary = z.object({ id: z.string(), number: z.string(), title: z.string(), phase: z.string() });

const eventSummary = z.object({ seq: z.int(), type: z.string(), at: z.string(), by: z.string().nullable() });

const foldedDeadline = z.object({ id: z.string(), kind: z.string(), label: z.string(), dueOn: localDate });

const workItem = z
  .object({
    collaboration: caseSummary.extend({ organisation: z.string().nullable().describe('Its name.') }),
    deadline: deadlineView,
    person: person.nullable(),
    asked: z
      .array(z.string())
      .optional()
      .describe('What the entrepreneur is asked for, or what was agreed in a meeting, as it was said.'),
    for: person.nullable().describe('Away: the reader acts for them.'),
    also: z.array(foldedDeadline).describe('Later debts of the same person in the case that the same step ends.'),
  })
  .meta({ id: 'WorkItem' });

const escalatedItem = workItem
  .extend({ acts: z.array(deadlineAct).describe('What the reader can do about it.') })
  .meta({ id: 'EscalatedWorkItem' });

const stuckRow = z.object({
  collaboration: caseSummary.extend({ organisation: z.string().nullable() }),
  unit: z.string(),
  cause: stuckCause,
  workingDays: z.int().describe('So long the cause has lasted.'),
  acts: z.array(deadlineAct).describe('What the reader can do about it; first what frees the case.'),
});

export const WORK_SECTIONS = ['overdue', 'today', 'soon', 'later', 'waiting'] as const;
export type WorkSectionName = (typeof WORK_SECTIONS)[number];

/** `section` asks for one section alone, and `cursor` for its next page. */
export const workQuery = z
  .strictObject({
    section: named(WORK_SECTIONS, WORK_SECTION_LABELS).optional(),
    limit: limit.optional(),
    cursor: cursor.optional(),
  })
  .refine(({ section, cursor: from }) => from === undefined || section !== undefined, {
    path: ['cursor'],
    message: 'belongs to a section, which must be given',
  });

const eachSection = <T extends z.ZodType>(value: T) =>
  z.object({ overdue: value, today: value, soon: value, later: value, waiting: value });

/** `GET /me/work`: the page My day. */
export const workView = z
  .object({
    overdue: z.array(workItem),
    today: z.array(workItem),
    soon: z.array(workItem),
    later: z
      .array(workItem)
      .describe('What the reader owes after that: whoever holds a case sees it, however far off the date.'),
    waiting: z.array(workItem),
    next: eachSection(z.string().nullable()).describe('Cursor of the next page of each section.'),
    totals: eachSection(z.int().nullable()).describe('How many there are in each section; null in one not asked for.'),
    managing: z
      .object({
        escalated: z.array(escalatedItem),
        moreEscalated: z.boolean(),
        stuck: z.array(stuckRow),
        moreStuck: z.boolean(),
        uncovered: z.array(z.object({ person, from: localDate, until: localDate.nullable() })),
      })
      .nullable()
      .describe(
        'What was escalated to the reader and no manager has acted on, earliest first; and in the units that the reader leads: cases that are stuck, longest first, and who is away without cover.',
      ),
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
