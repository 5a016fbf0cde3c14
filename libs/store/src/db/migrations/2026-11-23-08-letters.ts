import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Letters1795421220000 implements MigrationInterface {
  readonly name = 'Letters1795421220000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE letter (
        id uuid PRIMARY KEY,
        case_id uuid NOT NULL,
        seq integer NOT NULL,
        kind text NOT NULL,
        slot text NOT NULL,
        deadline text,
        rung text,
        template text NOT NULL,
        language text NOT NULL DEFAULT 'nb',
        due_at timestamptz NOT NULL,
        not_before timestamptz NOT NULL,
        status text NOT NULL,
        sent_at timestamptz
      );
      CREATE UNIQUE INDEX letter_slot ON letter (case_id, seq, kind, slot);
      CREATE INDEX letter_waiting ON letter (not_before) WHERE status = 'WAITING';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE letter');
  }
}
