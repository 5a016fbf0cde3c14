import { z } from 'zod';
import { localDate } from './shared/fields.js';

const versionFields = { id: z.string(), version: z.int(), kind: z.string(), validFrom: localDate };

export const processView = z
  .object(versionFields)
  .extend({ versions: z.array(z.object(versionFields)).optional().describe('All versions; of the one in force only.') })
  .catchall(z.unknown())
  .meta({ id: 'Process' });
