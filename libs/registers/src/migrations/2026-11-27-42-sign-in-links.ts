import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sign-in links for people without an account at an identity provider. */
export class SignInLinks1795737600042 implements MigrationInterface {
  readonly name = 'SignInLinks1795737600042';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE sign_in_link (
        hash text PRIMARY KEY,
        person text NOT NULL CONSTRAINT sign_in_link_person REFERENCES person (id),
        purpose text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL,
        used_at timestamptz
      );
      CREATE INDEX sign_in_link_of ON sign_in_link (person, created_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE sign_in_link');
  }
}
