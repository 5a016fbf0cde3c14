import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Heartbeats1795421520000 implements MigrationInterface {
  readonly name = 'Heartbeats1795421520000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE heartbeat (
        name text PRIMARY KEY,
        at timestamptz NOT NULL
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE heartbeat');
  }
}
