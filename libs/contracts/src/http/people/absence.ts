import { z } from 'zod';
import { hasAnyField, localDate, NO_CHANGE, person, userId } from '../shared/fields.js';

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
  .meta({ id: 'AbsenceChange', minProperties: 1 });

export const absenceView = z
  .object({
    person: userId,
    from: localDate,
    to: localDate.nullable(),
    substitute: person.nullable(),
    /** Periods in which the substitute is absent too. */
    substituteAway: z.array(z.object({ from: localDate, to: localDate.nullable() })),
    warning: z.string().optional().describe('Who acts while the substitute is absent too, or that nobody does.'),
  })
  .meta({ id: 'Absence' });

export const absenceList = z.object({ items: z.array(absenceView), next: z.null() }).meta({ id: 'AbsenceList' });

export const allAbsencesList = z
  .object({ items: z.array(absenceView.extend({ name: z.string() }).meta({ id: 'AbsenceOf' })), next: z.null() })
  .meta({ id: 'AllAbsences' });
