import { EntitySchema } from 'typeorm';

/** Who somebody is to one of the two providers of sign-in. */
export interface IdentityRow {
  /** `staff` or `contacts`: the provider as it is configured here. Its address may change. */
  issuer: string;
  /** Keyed hash of the claim that tells people apart there; see platform/session/subject.ts. */
  subject: string;
  person: string;
}

export const identities = new EntitySchema<IdentityRow>({
  name: 'Identity',
  tableName: 'identity',
  columns: {
    issuer: { type: 'text', primary: true },
    subject: { type: 'text', primary: true },
    person: { type: 'text', foreignKey: { target: 'Person', name: 'identity_person' } },
  },
  indices: [{ name: 'identity_of', columns: ['person'] }],
});
