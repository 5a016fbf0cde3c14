import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Diverged1795421580000 implements MigrationInterface {
  readonly name = 'Diverged1795421580000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE diverged (
        case_id uuid NOT NULL,
        seq integer NOT NULL,
        seen_hash text NOT NULL,
        stored_hash text,
        at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (case_id, seq)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE diverged');
  }
}
