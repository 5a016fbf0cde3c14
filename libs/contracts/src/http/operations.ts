import { z } from 'zod';
import { CHECK_LABELS, READINESS_LABELS } from './shared/register-labels.js';
import { named, CALENDAR_LABELS } from './shared/code-labels.js';
import { DATE_CALENDARS } from '#domain/time.js';
import { localDate } from './shared/fields.js';

export const addDaysQuery = z.strictObject({
  from: z.iso.date(),
  count: z
    .string()
    .regex(/^(\d{1,3}|1000)$/, 'must be a whole number from 0 to 1000')
    .transform(Number),
  calendar: named(DATE_CALENDARS, CALENDAR_LABELS),
});

export const clockView = z.object({ now: z.string(), speed: z.number() }).meta({ id: 'Clock' });

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
