import { EntitySchema } from 'typeorm';

/** A signed-in browser. Wall time. */
export interface SessionRow {
  /** SHA-256 of the cookie's value. */
  hash: string;
  /** Public id, shown to the owner. */
  id: string;
  person: string;
  startedAt: Date;
  lastSeenAt: Date;
  /** The session ends here even while it is in use. */
  expiresAt: Date;
  method: string;
  /** Short description of the browser, for the owner. */
  browser: string;
  /** The identity provider and its id_token (encrypted), needed to sign out there too. */
  issuer: string | null;
  idToken: string | null;
}

export const SessionTable = new EntitySchema<SessionRow>({
  name: 'Session',
  tableName: 'session',
  columns: {
    hash: { type: 'text', primary: true },
    id: { type: 'uuid' },
    person: { type: 'text', foreignKey: { target: 'Person', name: 'session_person' } },
    startedAt: { type: 'timestamptz', name: 'started_at', default: () => 'now()' },
    lastSeenAt: { type: 'timestamptz', name: 'last_seen_at', default: () => 'now()' },
    expiresAt: { type: 'timestamptz', name: 'expires_at' },
    method: { type: 'text', default: 'demo' },
    browser: { type: 'text', default: '' },
    issuer: { type: 'text', nullable: true },
    idToken: { type: 'text', name: 'id_token', nullable: true },
  },
  indices: [
    { name: 'session_id', columns: ['id'], unique: true },
    { name: 'session_of', columns: ['person'] },
  ],
});
