import { z } from 'zod';
import { DATE_CALENDARS } from '#domain/time.js';
import { caseState, outboxStatus, party, phase, unitId, userId } from './fields.js';

/** Query strings. Unknown parameters and values are refused. */

export const flag = z.enum(['true', 'false']).transform((value) => value === 'true');
export const limit = z
  .string()
  .regex(/^\d{1,3}$/, 'must be a whole number from 1 to 100')
  .transform(Number)
  .pipe(z.int().min(1).max(100));
export const cursor = z.string().min(1).max(500);

export const collaborationsQuery = z.strictObject({
  phase: phase.optional(),
  state: caseState.optional(),
  unit: unitId.optional(),
  owner: userId.optional(),
  waitingFor: party.optional(),
  stuck: flag.optional(),
  risk: flag.optional(),
  q: z.string().min(1).max(200).optional(),
  sort: z.enum(['number', '-number', 'openedAt', '-openedAt', 'due', 'phaseSince', '-phaseSince']).optional(),
  limit: limit.optional(),
  cursor: cursor.optional(),
});

export const eventsQuery = z.strictObject({
  after: z
    .string()
    .regex(/^\d{1,9}$/, 'must be a whole number from 0')
    .transform(Number)
    .optional(),
  limit: limit.optional(),
});

export const handoversQuery = z.strictObject({
  open: flag.optional(),
  stuck: flag.optional(),
  fromUnit: unitId.optional(),
  toUnit: unitId.optional(),
  sort: z.enum(['age', '-age', 'sentAt', '-sentAt']).optional(),
  limit: limit.optional(),
  cursor: cursor.optional(),
});

export const lettersQuery = z.strictObject({
  collaboration: z.guid().optional(),
  status: outboxStatus.optional(),
  limit: limit.optional(),
  cursor: cursor.optional(),
});

export const organisationsQuery = z.strictObject({
  number: z
    .string()
    .regex(/^\d{9}$/, 'must be nine digits')
    .optional(),
  q: z.string().min(1).max(200).optional(),
  limit: limit.optional(),
});

export const contactsQuery = z.strictObject({
  collaboration: z.guid().optional(),
  limit: limit.optional(),
  cursor: cursor.optional(),
});

export const addDaysQuery = z.strictObject({
  from: z.iso.date(),
  count: z
    .string()
    .regex(/^\d{1,9}$/, 'must be a whole number from 0')
    .transform(Number),
  calendar: z.enum(DATE_CALENDARS),
});

export const noQuery = z.strictObject({});
