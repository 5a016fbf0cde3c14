import { z } from 'zod';
import { label } from '#domain/process/label.js';
import { instant } from '../shared/fields.js';
import { coded } from '../shared/code-labels.js';

const uploadState = coded({
  UPLOADING: label('Lastes opp', 'Being uploaded'),
  READY: label('Klar', 'Ready'),
  REFUSED: label('Avvist', 'Refused'),
});

const scan = coded({
  CLEAN: label('Ingen virus funnet', 'No virus found'),
  NOT_SCANNED: label('Ikke kontrollert for virus', 'Not scanned for viruses'),
});

/** What has become of an upload. What is known of the file by its content is null until it has all come. */
export const uploadView = z
  .object({
    id: z.uuid(),
    collaboration: z.uuid(),
    state: uploadState,
    name: z.string().meta({ description: 'Safe to show; when it is ready, with the extension of its content.' }),
    size: z.int().meta({ description: 'Bytes: announced, and when it is ready those that are stored.' }),
    offset: z.int().meta({ description: 'Bytes that have come.' }),
    type: z.string().nullable().meta({ description: 'Media type, by the content.' }),
    sha256: z.string().nullable().meta({ description: 'Of what is stored, in hexadecimal.' }),
    scan: scan.nullable(),
    encrypted: z.boolean().meta({ description: 'It has a password, so that nothing in it can be searched.' }),
    expiresAt: instant.nullable().meta({ description: 'Wall time at which it is deleted unless something happens.' }),
    refusal: z.object({ code: z.string(), detail: z.string() }).nullable(),
  })
  .meta({ id: 'Upload' });

export type UploadView = z.infer<typeof uploadView>;
