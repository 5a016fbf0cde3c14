import { z } from 'zod';
import { ROLES } from '#domain/policy/roles.js';
import { caseId, email, localDate, unitId, userId } from './fields.js';
import { cursor, flag, limit } from './queries.js';

/** Bodies and queries for units, people, roles, absences, the import, departures and moves. */

const NO_CONTROL_CHARACTERS = /^[^\p{Cc}]*$/u;
const name = z.string().trim().min(1).max(200).regex(NO_CONTROL_CHARACTERS, 'must be one line');
const newId = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/, 'must be 1-100 letters a-z, digits, dots, hyphens or underscores');
export const phone = z
  .string()
  .trim()
  .regex(/^\+?[0-9][0-9 ()-]{2,29}$/, 'must be a telephone number');
const role = z.enum(ROLES);
const dryRun = z.boolean().default(false);

const hasAnyField = (body: object): boolean => Object.values(body).some((value) => value !== undefined);
const NO_CHANGE = 'must change at least one field';

export const peopleQuery = z.strictObject({
  unit: unitId.optional(),
  role: role.optional(),
  q: z.string().min(1).max(200).optional(),
  active: flag.optional(),
  limit: limit.optional(),
  cursor: cursor.optional(),
});

export const newPersonBody = z
  .strictObject({
    id: newId.optional(),
    name,
    unit: unitId,
    email: email.nullable().default(null),
    phone: phone.nullable().default(null),
    staff: z.boolean().default(true),
  })
  .meta({ id: 'PersonInput' });

export const personChangeBody = z
  .strictObject({
    name: name.optional(),
    unit: unitId.optional(),
    email: email.nullable().optional(),
    phone: phone.nullable().optional(),
    staff: z.boolean().optional(),
    /** Reactivates a person who had left. */
    active: z.literal(true).optional(),
  })
  .refine(hasAnyField, NO_CHANGE)
  .meta({ id: 'PersonChange' });

/** The person's subject claim at the sign-in issuer, unchanged. */
export const identityBody = z
  .strictObject({ subject: z.string().trim().min(1).max(200).regex(NO_CONTROL_CHARACTERS, 'must be one line') })
  .meta({ id: 'IdentityInput' });

export const newUnitBody = z
  .strictObject({
    id: newId.optional(),
    name,
    parent: unitId.nullable().default(null),
    holdsCases: z.boolean().default(true),
    deputyManager: userId.nullable().default(null),
  })
  .meta({ id: 'UnitInput' });

export const unitChangeBody = z
  .strictObject({
    name: name.optional(),
    parent: unitId.nullable().optional(),
    holdsCases: z.boolean().optional(),
    deputyManager: userId.nullable().optional(),
    closedOn: localDate.nullable().optional(),
  })
  .refine(hasAnyField, NO_CHANGE)
  .meta({ id: 'UnitChange' });

export const newRoleBody = z
  .strictObject({ role, unit: unitId, from: localDate.optional(), to: localDate.nullable().default(null) })
  .meta({ id: 'RoleInput' });

export const roleChangeBody = z.strictObject({ to: localDate.nullable() }).meta({ id: 'RoleChange' });

export const newAbsenceBody = z
  .strictObject({
    from: localDate,
    to: localDate.nullable().default(null),
    substitute: userId.nullable().default(null),
  })
  .meta({ id: 'AbsenceInput' });

export const absenceChangeBody = z
  .strictObject({ to: localDate.nullable().optional(), substitute: userId.nullable().optional() })
  .refine(hasAnyField, NO_CHANGE)
  .meta({ id: 'AbsenceChange' });

/** The limit follows the largest accepted request body; a longer sheet is imported in parts. */
export const importBody = z.strictObject({ csv: z.string().min(1).max(1_000_000), dryRun }).meta({ id: 'ImportInput' });

export const departureBody = z
  .strictObject({
    to: userId.optional(),
    assignments: z
      .array(z.strictObject({ collaboration: caseId, to: userId }))
      .max(500)
      .default([]),
    dryRun,
  })
  .meta({ id: 'DepartureInput' });

export const movesBody = z
  .strictObject({ collaborations: z.array(caseId).min(1).max(200), to: userId, dryRun })
  .meta({ id: 'MovesInput' });
