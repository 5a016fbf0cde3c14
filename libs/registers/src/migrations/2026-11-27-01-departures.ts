import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When a person left, and a version for concurrent edits. */
export class Departures1795737600001 implements MigrationInterface {
  readonly name = 'Departures1795737600001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE person ADD COLUMN deactivated_at timestamptz;
      ALTER TABLE person ADD COLUMN version integer NOT NULL DEFAULT 1;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE person DROP COLUMN deactivated_at, DROP COLUMN version');
  }
}
