import { z } from 'zod';
import { userId } from './shared/fields.js';
import { limit, cursor } from './shared/paging.js';

/** The audit log: who changed people, roles, process rules and sign-ins. Every instant is wall time. */

/** A local date (Europe/Oslo), within the years that the working-day calendars cover. */
const day = z.iso.date().regex(/^(?:19\d\d|20\d\d|2100)-/, 'must be in the years 1900-2100');

const period = { from: day.optional(), to: day.optional() };

export const auditQuery = z.strictObject({
  ...period,
  by: userId.optional(),
  subject: z.string().min(1).max(200).optional(),
  kind: z.string().min(1).max(60).optional(),
  collaboration: z.guid().optional(),
  limit: limit.optional(),
  cursor: cursor.optional(),
});

export const auditExportQuery = z.strictObject(period);

const idAndName = z.object({ id: z.string(), name: z.string().nullable() });

const auditEntryView = z
  .object({
    id: z.string(),
    at: z.string(),
    kind: z.string(),
    by: idAndName.nullable().describe('Null for somebody not signed in, and for the installation itself.'),
    subject: idAndName.nullable().describe('The person, unit or other thing that it was done to.'),
    collaboration: z.object({ id: z.string(), number: z.string().nullable() }).nullable(),
    detail: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'AuditEntry' });

export type AuditEntryView = z.infer<typeof auditEntryView>;

export const auditList = z
  .object({ items: z.array(auditEntryView), next: z.string().nullable() })
  .meta({ id: 'AuditList' });
