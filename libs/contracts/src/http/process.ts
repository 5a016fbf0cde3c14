import { z } from 'zod';
import { localDate } from './shared/fields.js';

export const processView = z
  .object({ id: z.string(), version: z.int(), kind: z.string(), validFrom: localDate })
  .catchall(z.unknown())
  .meta({ id: 'Process' });
