import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Shows the owner when, how and in which browser a session started; ends sessions that are not used. */
export class SessionLife1795737600012 implements MigrationInterface {
  readonly name = 'SessionLife1795737600012';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE session
        ADD COLUMN id uuid NOT NULL DEFAULT gen_random_uuid(),
        ADD COLUMN started_at timestamptz NOT NULL DEFAULT now(),
        ADD COLUMN last_seen_at timestamptz NOT NULL DEFAULT now(),
        ADD COLUMN method text NOT NULL DEFAULT 'demo',
        ADD COLUMN browser text NOT NULL DEFAULT '',
        ADD COLUMN issuer text,
        ADD COLUMN id_token text;
      ALTER TABLE session ALTER COLUMN id DROP DEFAULT;
      CREATE UNIQUE INDEX session_id ON session (id);
      CREATE INDEX session_of ON session (person);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX session_id;
      DROP INDEX session_of;
      ALTER TABLE session
        DROP COLUMN id,
        DROP COLUMN started_at,
        DROP COLUMN last_seen_at,
        DROP COLUMN method,
        DROP COLUMN browser,
        DROP COLUMN issuer,
        DROP COLUMN id_token;
    `);
  }
}
