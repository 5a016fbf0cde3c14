import { z } from 'zod';
import { ISSUER_LABELS } from '../shared/register-labels.js';
import { named } from '../shared/code-labels.js';
import {
  displayName,
  email,
  hasAnyField,
  NO_CHANGE,
  newId,
  phone,
  role,
  searchText,
  unitId,
  userId,
} from '../shared/fields.js';
import { NO_CONTROLS } from '../shared/one-line.js';
import { flag, limit, cursor } from '../shared/paging.js';

export const peopleQuery = z.strictObject({
  unit: unitId.optional(),
  role: role.optional(),
  q: searchText.optional(),
  active: flag.optional(),
  limit: limit.optional(),
  cursor: cursor.optional(),
});

export const newPersonBody = z
  .strictObject({
    id: newId.optional(),
    name: displayName,
    unit: unitId,
    email: email.nullable().default(null),
    phone: phone.nullable().default(null),
    staff: z.boolean().default(true),
  })
  .meta({ id: 'PersonInput' });

export const personChangeBody = z
  .strictObject({
    name: displayName.optional(),
    unit: unitId.optional(),
    email: email.nullable().optional(),
    phone: phone.nullable().optional(),
    staff: z.boolean().optional(),
    /** Reactivates a person who had left. */
    active: z.literal(true).optional(),
  })
  .refine(hasAnyField, NO_CHANGE)
  .meta({ id: 'PersonChange', minProperties: 1 });

/** The person's subject claim at the sign-in issuer, unchanged. */
export const identityBody = z
  .strictObject({
    subject: z.string().trim().min(1).max(200).regex(NO_CONTROLS, 'must be one line'),
  })
  .meta({ id: 'IdentityInput' });

/** Only administrators, leaders of the person's unit and the person get `email` and `phone`. */
export const personEntry = z
  .object({
    id: userId,
    name: z.string(),
    unit: unitId,
    staff: z.boolean(),
    active: z.boolean(),
    roles: z.array(z.object({ role: z.string(), unit: unitId })),
    email: z.string().nullable().optional(),
    phone: z.string().nullable().optional(),
    version: z.int(),
  })
  .meta({ id: 'PersonEntry' });

export const personList = z
  .object({ items: z.array(personEntry), next: z.string().nullable() })
  .meta({ id: 'PersonList' });

export const identityView = z
  .object({ issuer: named(['staff', 'contacts'], ISSUER_LABELS), linked: z.boolean() })
  .meta({ id: 'Identity' });
