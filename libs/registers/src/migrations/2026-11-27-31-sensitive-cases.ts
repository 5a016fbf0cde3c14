import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Cases of which every read is audited. */
export class SensitiveCases1795737600031 implements MigrationInterface {
  readonly name = 'SensitiveCases1795737600031';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE sensitive_case (
        case_id uuid PRIMARY KEY,
        marked_by text NOT NULL CONSTRAINT sensitive_case_marked_by REFERENCES person (id),
        marked_at timestamptz NOT NULL DEFAULT now()
      )
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE sensitive_case');
  }
}
