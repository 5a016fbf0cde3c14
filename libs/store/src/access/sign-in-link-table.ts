import { EntitySchema } from 'typeorm';

/** A link by e-mail that signs somebody in once. Its times are wall time. */
export interface SignInLinkRow {
  /** SHA-256 of the token in the link. */
  hash: string;
  person: string;
  /** The only purpose it may be used for. */
  purpose: string;
  createdAt: Date;
  expiresAt: Date;
  usedAt: Date | null;
}

export const SignInLinkTable = new EntitySchema<SignInLinkRow>({
  name: 'SignInLink',
  tableName: 'sign_in_link',
  columns: {
    hash: { type: 'text', primary: true },
    person: { type: 'text', foreignKey: { target: 'Person', name: 'sign_in_link_person' } },
    purpose: { type: 'text' },
    createdAt: { type: 'timestamptz', name: 'created_at', default: () => 'now()' },
    expiresAt: { type: 'timestamptz', name: 'expires_at' },
    usedAt: { type: 'timestamptz', name: 'used_at', nullable: true },
  },
  indices: [{ name: 'sign_in_link_of', columns: ['person', 'createdAt'] }],
});
