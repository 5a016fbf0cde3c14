import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Collaborations1795420980000 implements MigrationInterface {
  readonly name = 'Collaborations1795420980000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE collaboration (
        id uuid PRIMARY KEY,
        number text NOT NULL,
        version integer NOT NULL,
        phase text NOT NULL,
        state text NOT NULL,
        unit text NOT NULL,
        owner text NOT NULL,
        deputy text,
        contact text NOT NULL,
        entrepreneur text,
        organisation text,
        waiting_for text NOT NULL,
        process_id text NOT NULL,
        process_version integer NOT NULL,
        opened_at timestamptz NOT NULL,
        phase_since timestamptz NOT NULL,
        stuck_at timestamptz,
        title text NOT NULL,
        readers text[] NOT NULL,
        body jsonb NOT NULL,
        epoch integer NOT NULL,
        next_due_at timestamptz
      );
      CREATE UNIQUE INDEX collaboration_number ON collaboration (number);
      CREATE INDEX collaboration_owner ON collaboration (owner);
      CREATE INDEX collaboration_unit ON collaboration (unit);
      CREATE INDEX collaboration_readers ON collaboration USING gin (readers);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE collaboration');
  }
}
