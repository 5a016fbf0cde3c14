import { z } from 'zod';
import { localDate } from '../shared/fields.js';

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
