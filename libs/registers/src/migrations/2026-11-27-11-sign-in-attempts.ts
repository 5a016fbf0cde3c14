import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sign-ins that were sent to an identity provider and are not completed. */
export class SignInAttempts1795737600011 implements MigrationInterface {
  readonly name = 'SignInAttempts1795737600011';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE sign_in_attempt (
        state text PRIMARY KEY,
        browser text NOT NULL,
        issuer text NOT NULL,
        nonce text NOT NULL,
        code_verifier text NOT NULL,
        return_to text NOT NULL,
        expires_at timestamptz NOT NULL
      );
      CREATE INDEX sign_in_attempt_expires ON sign_in_attempt (expires_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE sign_in_attempt');
  }
}
