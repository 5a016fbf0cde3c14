import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Closed units stay as rows, so that history can show their name. */
export class UnitClosing1795737600020 implements MigrationInterface {
  readonly name = 'UnitClosing1795737600020';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE unit ADD COLUMN closed_on date');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE unit DROP COLUMN closed_on');
  }
}
