import { z } from 'zod';
import { localDate, role, unitId } from '../shared/fields.js';

export const newRoleBody = z
  .strictObject({ role, unit: unitId, from: localDate.optional(), to: localDate.nullable().default(null) })
  .meta({ id: 'RoleInput' });

export const roleChangeBody = z.strictObject({ to: localDate.nullable() }).meta({ id: 'RoleChange' });

export const roleView = z
  .object({ role: z.string(), unit: unitId, from: localDate, to: localDate.nullable() })
  .meta({ id: 'HeldRole' });

export const endedRoleView = roleView
  .extend({ warning: z.string().optional().describe('When nobody else in the unit has the role afterwards.') })
  .meta({ id: 'EndedRole' });

export const roleList = z.object({ items: z.array(roleView), next: z.null() }).meta({ id: 'HeldRoles' });
