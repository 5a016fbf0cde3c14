import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Sessions1795305600004 implements MigrationInterface {
  readonly name = 'Sessions1795305600004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE session (
        hash text PRIMARY KEY,
        person text NOT NULL CONSTRAINT session_person REFERENCES person (id),
        expires_at timestamptz NOT NULL
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE session');
  }
}
