import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Handovers1795421100000 implements MigrationInterface {
  readonly name = 'Handovers1795421100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE handover (
        case_id uuid NOT NULL,
        id text NOT NULL,
        purpose text NOT NULL,
        gate text,
        to_phase text,
        from_unit text NOT NULL,
        from_person text NOT NULL,
        state text NOT NULL,
        sent_at timestamptz,
        escalated boolean NOT NULL,
        receivers jsonb NOT NULL,
        to_units text[] NOT NULL,
        open boolean NOT NULL,
        body jsonb NOT NULL,
        PRIMARY KEY (case_id, id)
      );
      CREATE INDEX handover_open ON handover (sent_at) WHERE open;
      CREATE INDEX handover_to_units ON handover USING gin (to_units);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE handover');
  }
}
