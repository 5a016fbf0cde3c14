import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Units are merged and closed; what they once did keeps their name. */
export class UnitClosing1795737600020 implements MigrationInterface {
  readonly name = 'UnitClosing1795737600020';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE unit ADD COLUMN closed_on date');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE unit DROP COLUMN closed_on');
  }
}
