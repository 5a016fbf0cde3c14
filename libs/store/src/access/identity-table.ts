import { EntitySchema } from 'typeorm';

/** The subject by which an identity provider knows a person. */
export interface IdentityRow {
  /** `staff` or `contacts`, not the provider's URL, which may change. */
  issuer: string;
  /** Keyed hash of the claim that identifies the person; see platform/session/subject-hash.ts. */
  subject: string;
  person: string;
}

export const IdentityTable = new EntitySchema<IdentityRow>({
  name: 'Identity',
  tableName: 'identity',
  columns: {
    issuer: { type: 'text', primary: true },
    subject: { type: 'text', primary: true },
    person: { type: 'text', foreignKey: { target: 'Person', name: 'identity_person' } },
  },
  indices: [{ name: 'identity_of', columns: ['person'] }],
});
