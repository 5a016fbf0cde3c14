import { EntitySchema } from 'typeorm';

/** A program's API token. The token itself is not stored. Its times are wall time. */
export interface ApiTokenRow {
  /** The token's `jti`. */
  id: string;
  name: string;
  /** The person the program acts as. */
  person: string;
  scopes: readonly string[];
  createdAt: Date;
  expiresAt: Date;
  revokedAt: Date | null;
}

export const ApiTokenTable = new EntitySchema<ApiTokenRow>({
  name: 'ApiToken',
  tableName: 'api_token',
  columns: {
    id: { type: 'uuid', primary: true },
    name: { type: 'text' },
    person: { type: 'text', foreignKey: { target: 'Person', name: 'api_token_person' } },
    scopes: { type: 'jsonb' },
    createdAt: { type: 'timestamptz', name: 'created_at', default: () => 'now()' },
    expiresAt: { type: 'timestamptz', name: 'expires_at' },
    revokedAt: { type: 'timestamptz', name: 'revoked_at', nullable: true },
  },
  indices: [{ name: 'api_token_of', columns: ['person'] }],
});
