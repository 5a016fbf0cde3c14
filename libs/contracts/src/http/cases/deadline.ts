import { z } from 'zod';
import {
  named,
  CALENDAR_LABELS,
  DEADLINE_STATE_LABELS,
  EFFECT_LABELS,
  NATURE_LABELS,
  PROMISE_STATE_LABELS,
} from '../shared/code-labels.js';
import { DEADLINE_STATES } from '#domain/model/case.js';
import { PROMISE_STATES } from '#domain/model/promise.js';
import { EFFECTS, NATURES } from '#domain/process/process-document.js';
import { CALENDARS } from '#domain/time.js';
import { localDate, party } from '../shared/fields.js';

export const deadlineParty = z
  .object({
    party,
    role: z.string(),
    unit: z.string().optional(),
    user: z.string().optional(),
    name: z.string().optional(),
    /** Everybody at work who has the role that owes it, when the case knows no person; `user` is the first. */
    holders: z.array(z.object({ user: z.string(), name: z.string() })).optional(),
  })
  .meta({ id: 'DeadlineParty' });

/** The receiver of a message. `id` is null for a person who has no account. */
export const recipient = z
  .object({ id: z.string().nullable(), name: z.string(), unit: z.string().nullable() })
  .meta({ id: 'Recipient' });

export const reminder = z
  .object({ rung: z.string(), at: z.string(), to: z.array(recipient), escalation: z.boolean(), sent: z.boolean() })
  .meta({ id: 'Reminder' });

/** What the municipality promised the entrepreneur, in words to her. MISSED stands, with the new date beside it. */
export const promiseView = z
  .object({
    text: z.string(),
    state: named(PROMISE_STATES, PROMISE_STATE_LABELS),
    /** The day that passed without the promise being kept. */
    missedOn: localDate.optional(),
    newDate: localDate.optional(),
    reason: z.string().optional(),
  })
  .meta({ id: 'Promise' });

/**
 * The step that ends a debt, the same as in `next`. Absent when nobody can end it now. `input` is the form, laid over `body`: in My day;
 * an answer about the case has it in `next`, once.
 */
export const deadlineAct = z
  .object({
    command: z.string(),
    body: z.record(z.string(), z.unknown()),
    input: z.record(z.string(), z.unknown()).optional(),
    label: z.string(),
    notBefore: z.string().optional(),
  })
  .meta({ id: 'DeadlineAct' });

export type DeadlineAct = z.infer<typeof deadlineAct>;

export const caseFormList = z.object({ items: z.array(deadlineAct) }).meta({ id: 'CaseFormList' });

export const deadlineView = z
  .object({
    id: z.string(),
    kind: z.string(),
    nature: named(NATURES, NATURE_LABELS),
    measure: z
      .literal(true)
      .optional()
      .describe(
        'The time of a phase: no task of anybody, and not in My day. `owedBy` has the debt that carries the case.',
      ),
    label: z.string(),
    task: z.string().optional().describe('What to do, in the imperative; in My day.'),
    act: deadlineAct.optional(),
    owedBy: deadlineParty,
    owedTo: deadlineParty,
    since: z.string(),
    dueOn: localDate,
    dueAt: z.string(),
    effect: named(EFFECTS, EFFECT_LABELS),
    calendar: named(CALENDARS, CALENDAR_LABELS),
    state: named(DEADLINE_STATES, DEADLINE_STATE_LABELS),
    metAt: z.string().optional(),
    /** Of a right: what was done under it came after its end. */
    late: z.literal(true).optional(),
    promise: promiseView.optional(),
    workingDaysLate: z.int().optional().describe('Past its day and not met: how many working days.'),
    shared: z.boolean().describe('Owed to or by the entrepreneur, who sees it.'),
    reminders: z.array(reminder),
  })
  .meta({ id: 'Deadline' });

export type DeadlineView = z.infer<typeof deadlineView>;

export const deadlineList = z.object({ items: z.array(deadlineView), next: z.null() }).meta({ id: 'DeadlineList' });

export const deadlineExplanationView = z
  .object({
    basis: z.object({ event: z.int(), type: z.string(), at: z.string() }),
    rule: z.string(),
    label: z.string(),
    count: z.number(),
    calendar: z.string(),
    skipped: z.array(z.object({ date: localDate, why: z.string() })),
    paused: z.array(z.object({ from: localDate, to: localDate })),
    moved: z.array(
      z.object({ from: localDate, to: localDate, by: z.string().nullable(), reason: z.string().nullable() }),
    ),
    source: z.string().nullable(),
    dueOn: localDate,
  })
  .meta({ id: 'Why' });
