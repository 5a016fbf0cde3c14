import { z } from 'zod';

/** `PUT /collaborations/{id}/sensitivity`. */
export const sensitivityBody = z.strictObject({ sensitive: z.boolean() }).meta({ id: 'SensitivityInput' });

export const sensitivityView = z.object({ sensitive: z.boolean() }).meta({ id: 'Sensitivity' });
