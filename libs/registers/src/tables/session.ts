import { EntitySchema } from 'typeorm';

/** A signed-in browser. Wall time. */
export interface SessionRow {
  /** SHA-256 of the cookie's value. */
  hash: string;
  person: string;
  expiresAt: Date;
}

export const sessions = new EntitySchema<SessionRow>({
  name: 'Session',
  tableName: 'session',
  columns: {
    hash: { type: 'text', primary: true },
    person: { type: 'text', foreignKey: { target: 'Person', name: 'session_person' } },
    expiresAt: { type: 'timestamptz', name: 'expires_at' },
  },
});
