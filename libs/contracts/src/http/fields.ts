import { z } from 'zod';

/** Fields that several bodies and views share. */

/** Words of a person: private, so they never reach the engine. Taken out by `takeOutPrivate`. */
export const words = z.string().min(1).max(4000).regex(/\S/, 'must not be blank').meta({ 'x-private': true });

export const localDate = z.iso.date().meta({ description: 'A date that exists, in Europe/Oslo.' });
export const instant = z.iso.datetime({ offset: true });
export const userId = z.string().min(1).max(100);
export const unitId = z.string().min(1).max(100);
export const caseId = z.uuid();

/** As zod's own, but with the letters that Norwegian names and domains have. */
const EMAIL = /^(?!\.)(?!.*\.\.)[\p{L}\p{N}_'+.-]*[\p{L}\p{N}_+-]@(?:[\p{L}\p{N}][\p{L}\p{N}-]*\.)+\p{L}{2,}$/u;
export const email = z.string().trim().max(200).regex(EMAIL, 'must be an e-mail address').meta({ format: 'email' });

export const phase = z.enum(['FIRST_CONTACT', 'MENTORING', 'PILOT', 'PROCUREMENT', 'OPERATION', 'EFFECT_EVALUATION']);
export const caseState = z.enum(['OPEN', 'SUSPENDED', 'REJECTED', 'WITHDRAWN', 'DORMANT', 'STOPPED', 'COMPLETED']);
export const party = z.enum(['MUNICIPALITY', 'ENTREPRENEUR', 'THIRD_PARTY']);
export const decision = z.enum(['PROCEED', 'REFUSE', 'SCALE', 'ITERATE', 'STOP', 'OTHERS']);
export const channel = z.enum(['web', 'phone', 'email', 'event', 'referral']);
export const gateId = z.enum(['G1', 'G2', 'G3', 'G4', 'G5', 'G6', 'G7']);

/** A person of the municipality as pages show them. */
export const person = z.object({ id: userId, name: z.string(), unit: unitId }).meta({ id: 'Person' });

/** Away from work, until when if anybody knows, and who acts for them meanwhile; null when nobody is there to. */
export const away = z.object({ until: localDate.nullable(), standIn: person.nullable() }).meta({ id: 'Away' });

export const personNow = person.extend({ away: away.optional() }).meta({ id: 'PersonNow' });
