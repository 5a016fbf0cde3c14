import { EntitySchema } from 'typeorm';

/** A browser in which a person is signed in. Its times are wall time. */
export interface SessionRow {
  /** SHA-256 of the cookie's value. */
  hash: string;
  /** Id shown to the person, who ends the session by it. It signs nobody in. */
  id: string;
  person: string;
  startedAt: Date;
  lastSeenAt: Date;
  /** The session ends here even while it is in use. */
  expiresAt: Date;
  /** How the person signed in: `demo`, `oidc` or `link`. */
  method: string;
  /** Short description of the browser, shown to the person. */
  browser: string;
  /** The identity provider, when one was used. It is needed, with `idToken`, to sign out there too. */
  issuer: string | null;
  /** The id_token of the identity provider, encrypted. */
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
