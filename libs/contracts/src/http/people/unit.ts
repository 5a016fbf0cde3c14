import { z } from 'zod';
import { displayName, hasAnyField, localDate, NO_CHANGE, newId, person, unitId, userId } from '../shared/fields.js';

/**
 * `parent` is the unit above, null at the top; `holdsCases` is false for a unit that only leads others; `deputyManager`
 * holds the role `nestleder`; `closedOn` is the first day on which the unit is closed.
 */

export const newUnitBody = z
  .strictObject({
    id: newId.optional(),
    name: displayName,
    parent: unitId.nullable().default(null),
    holdsCases: z.boolean().default(true),
    deputyManager: userId.nullable().default(null),
  })
  .meta({ id: 'UnitInput' });

/** A field that is absent stays unchanged; null removes the value. */
export const unitChangeBody = z
  .strictObject({
    name: displayName.optional(),
    parent: unitId.nullable().optional(),
    holdsCases: z.boolean().optional(),
    deputyManager: userId.nullable().optional(),
    closedOn: localDate.nullable().optional(),
  })
  .refine(hasAnyField, NO_CHANGE)
  .meta({ id: 'UnitChange', minProperties: 1 });

/** `manager` follows from the roles that people hold. */
export const unitView = z
  .object({
    id: unitId,
    name: z.string(),
    parent: unitId.nullable(),
    holdsCases: z.boolean(),
    manager: person.nullable(),
    deputyManager: person.nullable(),
    closedOn: localDate.nullable(),
  })
  .meta({ id: 'Unit' });

export const unitList = z.object({ items: z.array(unitView), next: z.null() }).meta({ id: 'UnitList' });
