import { z } from 'zod';
import { REFUSAL_CODES } from '#domain/model/refusal.js';
import { localDate, outboxStatus } from '../fields.js';
import { recipient } from './deadline.js';

/** Codes that only the HTTP layer answers with, before any rule is asked. */
const HTTP_CODES = ['method-not-allowed', 'unsupported-media-type', 'internal'] as const;

/** RFC 9457. */
export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.enum([...REFUSAL_CODES, ...HTTP_CODES]),
    detail: z.string(),
    errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional(),
    unblock: z
      .object({
        command: z.string(),
        fact: z.string().optional(),
        item: z.string().optional(),
        role: z.string(),
        text: z.string(),
      })
      .optional(),
  })
  .catchall(z.unknown())
  .meta({ id: 'Problem' });

export const letterView = z
  .object({
    id: z.string(),
    collaboration: z.string(),
    deadline: z.string().optional(),
    rung: z.string().optional(),
    kind: z.string(),
    to: recipient,
    template: z.string(),
    language: z.string(),
    dueAt: z.string(),
    notBefore: z.string(),
    status: outboxStatus,
    sentAt: z.string().optional(),
  })
  .meta({ id: 'Letter' });

export const letterList = z
  .object({ items: z.array(letterView), next: z.string().nullable() })
  .meta({ id: 'LetterList' });

export const me = z
  .object({
    user: z.string(),
    name: z.string(),
    units: z.array(z.string()),
    roles: z.array(z.string()),
  })
  .meta({ id: 'Me' });

export const signInBody = z.strictObject({ user: z.string().min(1).max(100) }).meta({ id: 'SignInInput' });

const areaView = z
  .object({
    id: z.string(),
    name: z.string(),
    text: z.string(),
    unit: z.string(),
    contact: z.object({ id: z.string(), name: z.string(), phone: z.string().nullable() }),
    deputy: z.object({ id: z.string(), name: z.string() }),
    openFrom: localDate,
    openTo: localDate.nullable(),
    replyWithinWorkingDays: z.int(),
  })
  .meta({ id: 'Area' });

export const areaList = z.object({ items: z.array(areaView), next: z.null() }).meta({ id: 'AreaList' });

export const organisationList = z
  .object({
    items: z.array(z.object({ id: z.string(), name: z.string(), number: z.string().optional() })),
    next: z.null(),
  })
  .meta({ id: 'OrganisationList' });

export const clockView = z.object({ now: z.string(), speed: z.number() }).meta({ id: 'Clock' });

export const holidayList = z.array(z.object({ date: localDate, name: z.string() })).meta({ id: 'Holidays' });

export const addedDaysView = z
  .object({ date: localDate, skipped: z.array(z.object({ date: localDate, why: z.string() })) })
  .meta({ id: 'Added' });

export const livenessView = z.object({ status: z.literal('live') }).meta({ id: 'Live' });

export const readinessView = z
  .object({
    status: z.enum(['ready', 'not-ready']),
    checks: z.record(
      z.string(),
      z.object({ status: z.enum(['ok', 'down']), detail: z.string().optional() }).catchall(z.unknown()),
    ),
  })
  .meta({ id: 'Ready' });

export const processView = z
  .object({ id: z.string(), version: z.int(), kind: z.string(), validFrom: localDate })
  .catchall(z.unknown())
  .meta({ id: 'Process' });
