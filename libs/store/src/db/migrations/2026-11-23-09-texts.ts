import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Texts1795421280000 implements MigrationInterface {
  readonly name = 'Texts1795421280000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE text (
        id text PRIMARY KEY,
        command_id text NOT NULL,
        case_id uuid,
        field text NOT NULL,
        body jsonb NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        attached_at timestamptz
      );
      CREATE INDEX text_case ON text (case_id);
      CREATE INDEX text_command ON text (command_id);
      CREATE INDEX text_unattached ON text (created_at) WHERE attached_at IS NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE text');
  }
}
