import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Installation1795421460000 implements MigrationInterface {
  readonly name = 'Installation1795421460000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE installation (
        one boolean PRIMARY KEY DEFAULT true CONSTRAINT installation_one CHECK (one),
        id text NOT NULL,
        origin_domain timestamptz,
        origin_wall timestamptz,
        speed double precision NOT NULL DEFAULT 1,
        ready_at timestamptz
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE installation');
  }
}
