import type { MigrationInterface, QueryRunner } from 'typeorm';

export class StartRequests1795421340000 implements MigrationInterface {
  readonly name = 'StartRequests1795421340000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE start_request (
        case_id uuid PRIMARY KEY,
        requested_at timestamptz NOT NULL DEFAULT now(),
        started_at timestamptz
      );
      CREATE INDEX start_request_waiting ON start_request (requested_at) WHERE started_at IS NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE start_request');
  }
}
