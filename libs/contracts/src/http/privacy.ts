import { z } from 'zod';

/** `PUT /collaborations/{id}/sensitivity`. */
export const sensitivityBody = z.strictObject({ sensitive: z.boolean() }).meta({ id: 'SensitivityInput' });

export const sensitivityView = z.object({ sensitive: z.boolean() }).meta({ id: 'Sensitivity' });

/** `POST /people/{id}/erasure` and `POST /collaborations/{id}/contact-erasure`: a dry run is rolled back, a real one cannot be undone. */
export const erasureBody = z.strictObject({ dryRun: z.boolean() }).meta({ id: 'ErasureInput' });

const changed = z
  .record(z.string(), z.int())
  .describe('How many rows were changed or deleted, by table; `title` counts titles of cases.');

export const erasureView = z.object({ person: z.string(), dryRun: z.boolean(), changed }).meta({ id: 'Erasure' });

export const contactErasureView = z
  .object({
    collaboration: z.string(),
    person: z
      .string()
      .nullable()
      .describe('Who in the register of people has the same e-mail address: erased as well, unless they are staff.'),
    dryRun: z.boolean(),
    changed,
  })
  .meta({ id: 'ContactErasure' });

const row = z.record(z.string(), z.unknown());

/** Everything that Stafett stores about a person. */
export const personalData = z
  .object({
    person: row,
    registers: z.record(z.string(), z.array(row)).describe('Rows that refer to the person, by table and column.'),
    enquiries: z.array(row).describe('Enquiries whose contact the person is.'),
    collaborations: z.array(
      z.object({ id: z.string(), number: z.string(), title: z.string(), as: z.array(z.string()), open: z.boolean() }),
    ),
    texts: z.array(
      z.object({
        collaboration: z.string(),
        command: z.string(),
        field: z.string(),
        at: z.string(),
        body: z.unknown(),
      }),
    ),
    acts: z.array(
      z.object({ collaboration: z.string(), seq: z.int(), type: z.string(), at: z.string(), recordedAt: z.string() }),
    ),
    audit: z.array(
      z.object({
        at: z.string(),
        kind: z.string(),
        by: z.string().nullable(),
        subject: z.string().nullable(),
        collaboration: z.string().nullable(),
        detail: row,
      }),
    ),
  })
  .meta({ id: 'PersonalData' });

export type PersonalData = z.infer<typeof personalData>;
