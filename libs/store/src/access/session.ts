import { EntitySchema } from 'typeorm';

/** A signed-in browser. Wall time. */
export interface SessionRow {
  /** SHA-256 of the cookie's value. */
  hash: string;
  /** What its owner knows it by; neither token nor hash. */
  id: string;
  person: string;
  startedAt: Date;
  lastSeenAt: Date;
  /** However busy it is, it ends here. */
  expiresAt: Date;
  method: string;
  /** A few words on the browser. */
  browser: string;
  /** The provider that vouched for the person, and its id_token, sealed: needed to sign out there too. */
  issuer: string | null;
  idToken: string | null;
}

export const sessions = new EntitySchema<SessionRow>({
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
