import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Signing in. The subject of an identity is a keyed hash: no national identity number is kept. */
export class Access1795910820000 implements MigrationInterface {
  readonly name = 'Access1795910820000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE identity (
        issuer text NOT NULL,
        subject text NOT NULL,
        person text NOT NULL CONSTRAINT identity_person REFERENCES person (id),
        PRIMARY KEY (issuer, subject)
      );
      CREATE INDEX identity_of ON identity (person);
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
      CREATE TABLE sign_in_link (
        hash text PRIMARY KEY,
        person text NOT NULL CONSTRAINT sign_in_link_person REFERENCES person (id),
        purpose text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL,
        used_at timestamptz
      );
      CREATE INDEX sign_in_link_of ON sign_in_link (person, created_at);
      CREATE TABLE session (
        hash text PRIMARY KEY,
        person text NOT NULL CONSTRAINT session_person REFERENCES person (id),
        expires_at timestamptz NOT NULL,
        id uuid NOT NULL,
        started_at timestamptz NOT NULL DEFAULT now(),
        last_seen_at timestamptz NOT NULL DEFAULT now(),
        method text NOT NULL DEFAULT 'demo',
        browser text NOT NULL DEFAULT '',
        issuer text,
        id_token text
      );
      CREATE UNIQUE INDEX session_id ON session (id);
      CREATE INDEX session_of ON session (person);
      CREATE TABLE api_token (
        id uuid PRIMARY KEY,
        name text NOT NULL,
        person text NOT NULL CONSTRAINT api_token_person REFERENCES person (id),
        scopes jsonb NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL,
        revoked_at timestamptz
      );
      CREATE INDEX api_token_of ON api_token (person);
      CREATE TABLE own_settings (
        person text PRIMARY KEY CONSTRAINT own_settings_person REFERENCES person (id),
        body jsonb NOT NULL
      );
      CREATE TABLE rate_limit (
        key text PRIMARY KEY,
        points integer NOT NULL,
        expire bigint
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE rate_limit, own_settings, api_token, session, sign_in_link, sign_in_attempt, identity;
    `);
  }
}
