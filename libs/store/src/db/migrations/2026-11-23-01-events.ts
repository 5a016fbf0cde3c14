import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Events1795420800000 implements MigrationInterface {
  readonly name = 'Events1795420800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE event (
        case_id uuid NOT NULL,
        seq integer NOT NULL,
        type text NOT NULL,
        at timestamptz NOT NULL,
        recorded_at timestamptz NOT NULL,
        by text,
        command text,
        command_hash text,
        data jsonb NOT NULL,
        hash text NOT NULL,
        epoch integer NOT NULL,
        origin text,
        PRIMARY KEY (case_id, seq)
      );
      CREATE UNIQUE INDEX event_command ON event (case_id, command) WHERE command_hash IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE event');
  }
}
