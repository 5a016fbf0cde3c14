import { z } from 'zod';
import { CHECK_LABELS, READINESS_LABELS } from './shared/register-labels.js';
import { named, CALENDAR_LABELS } from './shared/code-labels.js';
import { DATE_CALENDARS } from '#domain/time.js';
import { localDate, outboxStatus } from './shared/fields.js';

export const addDaysQuery = z.strictObject({
  from: z.iso.date(),
  count: z
    .string()
    .regex(/^(\d{1,3}|1000)$/, 'must be a whole number from 0 to 1000')
    .transform(Number),
  calendar: named(DATE_CALENDARS, CALENDAR_LABELS),
});

export const clockView = z
  .object({
    now: z.string(),
    speed: z.number().describe('Domain seconds per second of the wall clock.'),
    demonstration: z
      .boolean()
      .describe('Anybody may sign in as anybody, and letters may go to a mailbox that all read.'),
  })
  .meta({ id: 'Clock' });

/** What an administrator must know of the installation, without what stands in any case. */
export const operationsView = z
  .object({
    cases: z.object({
      open: z.int(),
      closed: z.int(),
      halted: z
        .array(z.object({ number: z.string(), since: z.string().describe('Wall time.') }))
        .describe('Cases whose history diverges: they need the operator, all others go on.'),
    }),
    letters: z.record(outboxStatus, z.int()).describe('How many letters stand where.'),
    oldestWaitingLetter: z
      .string()
      .nullable()
      .describe('Domain time from which the oldest waiting letter may be sent.'),
  })
  .meta({ id: 'Operations' });

export const installationView = z
  .object({
    municipality: z.string().nullable().describe('Whose installation it is; null when its operator has not said.'),
  })
  .meta({ id: 'Installation' });

export const holidayList = z.array(z.object({ date: localDate, name: z.string() })).meta({ id: 'Holidays' });

export const addedDaysView = z
  .object({ date: localDate, skipped: z.array(z.object({ date: localDate, why: z.string() })) })
  .meta({ id: 'Added' });

export const livenessView = z.object({ status: z.literal('live') }).meta({ id: 'Live' });

export const readinessView = z
  .object({
    status: named(['ready', 'degraded', 'not-ready'], READINESS_LABELS),
    checks: z.record(
      z.string(),
      z
        .object({ status: named(['ok', 'degraded', 'down'], CHECK_LABELS), detail: z.string().optional() })
        .catchall(z.unknown()),
    ),
  })
  .meta({ id: 'Ready' });
