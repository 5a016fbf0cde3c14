import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Custody1795421160000 implements MigrationInterface {
  readonly name = 'Custody1795421160000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE custody (
        case_id uuid NOT NULL,
        from_seq integer NOT NULL,
        owner text NOT NULL,
        unit text NOT NULL,
        from_at timestamptz NOT NULL,
        to_at timestamptz,
        PRIMARY KEY (case_id, from_seq)
      );
      CREATE UNIQUE INDEX custody_one_accountable ON custody (case_id) WHERE to_at IS NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE custody');
  }
}
