import { EntitySchema } from 'typeorm';

/** A sign-in that was sent to the identity provider and is not completed. Its times are wall time. */
export interface SignInAttemptRow {
  /** SHA-256 of the state parameter. */
  state: string;
  /** SHA-256 of a cookie; only the browser that started the sign-in may complete it. */
  browser: string;
  issuer: string;
  nonce: string;
  codeVerifier: string;
  returnTo: string;
  expiresAt: Date;
}

export const SignInAttemptTable = new EntitySchema<SignInAttemptRow>({
  name: 'SignInAttempt',
  tableName: 'sign_in_attempt',
  columns: {
    state: { type: 'text', primary: true },
    browser: { type: 'text' },
    issuer: { type: 'text' },
    nonce: { type: 'text' },
    codeVerifier: { type: 'text', name: 'code_verifier' },
    returnTo: { type: 'text', name: 'return_to' },
    expiresAt: { type: 'timestamptz', name: 'expires_at' },
  },
  indices: [{ name: 'sign_in_attempt_expires', columns: ['expiresAt'] }],
});
