import type { MigrationInterface, QueryRunner } from 'typeorm';

/** API tokens of programs that act as a person. */
export class ApiTokens1795737600013 implements MigrationInterface {
  readonly name = 'ApiTokens1795737600013';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
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
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE api_token');
  }
}
